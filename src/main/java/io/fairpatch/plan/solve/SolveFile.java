package io.fairpatch.plan.solve;

import com.fasterxml.jackson.core.JsonToken;
import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.Kernel;
import io.fairpatch.plan.kernel.design.DesignKernel;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Status;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Set;

/** The command solve: a problem's file in, an answer out, without org or database. */
public final class SolveFile {
    private static final Set<String> DESIGN_KEYS = Set.of("design", "areas", "edges");

    private SolveFile() {}

    /**
     * Reads the file, solves it within the budget, and writes the answer as one line of JSON, without closing the
     * writer.
     *
     * @return the exit code: 0 when the plan is feasible, 3 otherwise
     * @throws io.fairpatch.error.FairpatchException on bad input (exit code 2), with the path into the file
     */
    public static int run(Path file, Budget budget, Progress progress, Writer out) throws IOException {
        long start = System.nanoTime();
        progress.stage("Reading " + file.getFileName());
        var status = isDesign(file)
                ? design(file, budget, progress, out, start)
                : assignment(file, budget, progress, out, start);
        out.write(System.lineSeparator());
        out.flush();
        return status == Status.FEASIBLE ? 0 : 3;
    }

    private static Status assignment(Path file, Budget budget, Progress progress, Writer out, long start)
            throws IOException {
        var problem = AssignmentReader.read(file);
        var solution = Kernel.solve(problem, budget, progress);
        try (var answer = new AnswerWriter(out)) {
            answer.write(problem, solution, (System.nanoTime() - start) / 1e9);
        }
        return solution.status();
    }

    private static Status design(Path file, Budget budget, Progress progress, Writer out, long start)
            throws IOException {
        var problem = DesignReader.read(file);
        var solution = DesignKernel.solve(problem, budget, progress);
        DesignWriter.write(problem, solution, (System.nanoTime() - start) / 1e9, out);
        return solution.status();
    }

    /** The first key that belongs to one kind of problem tells which it is. */
    private static boolean isDesign(Path file) {
        var kind = new Kind();
        Cursor.over(file, cursor -> {
            if (cursor.json().nextToken() != JsonToken.START_OBJECT) {
                throw Faults.type(cursor.json(), "an object");
            }
            String key = cursor.json().nextFieldName();
            kind.design = key != null && DESIGN_KEYS.contains(key);
        });
        return kind.design;
    }

    private static final class Kind {
        private boolean design;
    }
}
