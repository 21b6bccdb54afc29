package io.fairpatch.cli;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.solve.SolveFile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Solves a bare assignment or design problem: no org, no database. */
@Command(
        name = "solve",
        description = {
            "Solve a bare assignment or design problem given as JSON: no org, no database.",
            "Ctrl-C ends the search and gives the best plan so far.",
            "Exits 0 with a feasible plan, 3 without, 2 on bad input, 130 when interrupted."
        },
        mixinStandardHelpOptions = true)
public final class SolveCommand implements Callable<Integer> {
    private static final double DEFAULT_SECONDS = 30;

    @CommandLine.Mixin
    private final Output output;

    @Parameters(paramLabel = "FILE", description = "The problem.")
    private @Nullable Path file;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Stop at the next step after this time (default: 30, or no limit with --steps).")
    private @Nullable Double seconds;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Deterministic budget: the same file, seed and steps give the same answer.")
    private @Nullable Long steps;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Seed of every random choice (${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Worker threads; the answer does not depend on it (default: all cores, at most 2).")
    private @Nullable Integer threads;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the answer here instead of to standard output.")
    private @Nullable Path out;

    public SolveCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        if (file == null || !Files.isReadable(file)) {
            throw Problem.of(ErrorCode.FILE_MISSING, "The problem file (" + file + ") can't be read")
                    .maybe("check the path and the rights of the file")
                    .exception();
        }
        if (out != null) {
            OutFile.requireOther(file, out);
        }
        var progress = output.progress();
        try (var interruption = new Interruption(progress::requestStop)) {
            var answer = new StringWriter();
            int code = SolveFile.run(file, budget(), progress, answer);
            progress.close();
            write(answer.toString());
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            progress.close();
        }
    }

    private void write(String answer) {
        if (out == null) {
            output.text(answer);
            return;
        }
        OutFile.write(out, target -> target.write(answer.getBytes(StandardCharsets.UTF_8)));
    }

    private Budget budget() {
        try {
            return new Budget(
                    seconds != null ? seconds : steps != null ? Double.POSITIVE_INFINITY : DEFAULT_SECONDS,
                    steps != null ? steps : Long.MAX_VALUE,
                    seed,
                    threads != null ? threads : Math.min(2, Runtime.getRuntime().availableProcessors()));
        } catch (IllegalArgumentException e) {
            throw Problem.of(ErrorCode.USAGE, "This budget is not possible")
                    .because(e.getMessage())
                    .maybe("see: ./fairpatch solve --help")
                    .exception(e);
        }
    }
}
