package io.fairpatch.plan.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same file, seed and steps give the same bytes, but for the seconds. */
final class RerunTest {
    private static final int AGENTS = 50;
    private static final int UNITS = 3_200;
    private static final long STEPS = 200;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void draw() throws IOException {
        file = Files.writeString(folder.resolve("problem.json"), problem(new SplittableRandom(11)));
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

    /** Enough agents that the search works in several parts at once; loads that fit a band in few ways only. */
    private static String problem(SplittableRandom random) {
        String agents = IntStream.range(0, AGENTS)
                .mapToObj("{\"id\":\"r%d\",\"bands\":{\"load\":[620,660],\"work\":[null,800]}}"::formatted)
                .collect(Collectors.joining(","));
        String units = IntStream.range(0, UNITS)
                .mapToObj(u -> "{\"id\":\"a%d\",\"loads\":{\"load\":%d},\"options\":[%s]}"
                        .formatted(u, 5 + random.nextInt(11), options(random)))
                .collect(Collectors.joining(","));
        return "{\"agents\":[%s],\"units\":[%s]}".formatted(agents, units);
    }

    private static String options(SplittableRandom random) {
        int home = random.nextInt(AGENTS);
        return IntStream.range(0, 5)
                .mapToObj(step -> "{\"agent\":\"r%d\",\"cost\":%d.%02d,\"loads\":{\"work\":%d}}"
                        .formatted((home + step * step) % AGENTS, step, random.nextInt(100), 5 + random.nextInt(11)))
                .collect(Collectors.joining(","));
    }
}
