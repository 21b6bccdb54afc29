package io.fairpatch.plan.solve;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.Kernel;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Status;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

/** The command solve: a problem's file in, an answer out, without org or database. */
public final class SolveFile {
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
        var status = assignment(file, budget, progress, out, start);
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
}
