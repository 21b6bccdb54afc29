package io.fairpatch.plan.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same file, seed and steps give the same bytes, but for the seconds. */
final class RerunTest {
    private static final long STEPS = 200;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void draw() throws IOException {
        file = Files.writeString(folder.resolve("problem.json"), RandomFile.problem(new SplittableRandom(11)));
    }

    @Test
    void one_and_two_threads_write_the_same_bytes() throws IOException {
        String one = answer(1);
        assertThat(one).contains("\"status\":\"feasible\"").contains("\"steps\":" + STEPS);
        assertThat(answer(2)).isEqualTo(one);
    }

    @Test
    @Tag("long")
    void a_hundred_runs_write_the_same_bytes() throws IOException {
        String first = answer(1);
        for (int run = 1; run < 100; run++) {
            assertThat(answer(1 + run % 2)).as("run %d", run).isEqualTo(first);
        }
    }

    private String answer(int threads) throws IOException {
        var out = new StringWriter();
        SolveFile.run(file, Budget.ofSteps(STEPS, 3, threads), Progress.NONE, out);
        return out.toString().replaceFirst("\"seconds\":[0-9.E-]+", "");
    }
}
