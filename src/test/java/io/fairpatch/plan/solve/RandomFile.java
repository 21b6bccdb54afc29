package io.fairpatch.plan.solve;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A drawn problem in the format of the command solve. */
final class RandomFile {
    private static final int AGENTS = 50;
    private static final int UNITS = 3_200;

    private RandomFile() {}

    /** Enough agents that the search works in several parts at once; loads that fit a band in few ways only. */
    static String problem(SplittableRandom random) {
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
