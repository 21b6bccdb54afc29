package io.fairpatch.score.learn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Deals of two years whose chances are known: by segment alone, or also by facts that a model could learn. */
public final class SimulatedDeals {
    private static final LocalDate START = LocalDate.of(2024, 4, 1);
    private static final int DAYS = 730;

    private SimulatedDeals() {}

    /**
     * Deals of one org.
     *
     * @param signal weight of the facts on the log-odds; 0 leaves the segments alone
     */
    static List<DealCase> of(int deals, double signal, Random random) {
        double[] segments = random.doubles(12).map(share -> -1.6 + share).toArray();
        var cases = new ArrayList<DealCase>();
        for (int i = 0; i < deals; i++) {
            int segment = random.nextInt(segments.length);
            double size = 4 + 1.5 * random.nextGaussian();
            boolean before = random.nextInt(3) == 0;
            boolean target = random.nextBoolean();
            double odds = segments[segment] + signal * ((before ? 1 : -0.5) + 0.4 * (size - 4) + (target ? 0.4 : -0.4));
            var created = START.plusDays(random.nextInt(DAYS - 90));
            cases.add(new DealCase(
                    created,
                    created.plusDays(20L + random.nextInt(70)),
                    random.nextDouble() < 1 / (1 + Math.exp(-odds)),
                    new double[] {
                        target ? 1 : 0,
                        size,
                        0,
                        size > 6 ? 1 : 0,
                        size < 3 ? 1 : 0,
                        before ? 1 : 0,
                        before ? 0.5 : 0,
                        random.nextInt(4),
                        5 * random.nextDouble()
                    },
                    List.of("I" + segment / 3, "R" + segment % 3)));
        }
        return cases;
    }

    /** How many of so many orgs the model would be allowed in. */
    public static int earned(int orgs, double signal, long seed) {
        var random = new Random(seed);
        int earned = 0;
        for (int i = 0; i < orgs; i++) {
            earned += BackTest.run(of(1_600, signal, random), i)
                            .map(Verdict::earned)
                            .orElse(false)
                    ? 1
                    : 0;
        }
        return earned;
    }
}
