package io.fairpatch.plan.kernel.knapsack;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What a node of {@link SackTree} concludes from how far pairs raise the bound, and which units it goes on with. */
final class Pick {
    private static final double ALONE = 1e9;

    private final Sacks sacks;
    private final Path path;
    private final double noise;
    private final SplittableRandom random;
    private final double[] lead;

    Pick(Sacks sacks, Path path, double noise, SplittableRandom random) {
        this.sacks = sacks;
        this.path = path;
        this.noise = noise;
        this.random = random;
        this.lead = new double[sacks.units()];
    }

    /** Strikes out what would raise the bound by more than there is room for; false where a unit has no agent left. */
    boolean strike(int[][] rise, long room) {
        for (int u = 0; u < lead.length; u++) {
            if (!path.decided(u) && !strike(u, rise, room)) {
                return false;
            }
        }
        return true;
    }

    private boolean strike(int unit, int[][] rise, long room) {
        int best = -1;
        double second = ALONE;
        for (int a = 0; a < sacks.agents(); a++) {
            if (!path.may(a, unit)) {
                continue;
            }
            if (rise[a][unit] > room) {
                path.strike(a, unit);
            } else if (best < 0 || rise[a][unit] < rise[best][unit]) {
                second = best < 0 ? second : rise[best][unit];
                best = a;
            } else {
                second = Math.min(second, rise[a][unit]);
            }
        }
        if (best >= 0 && second == ALONE) {
            path.take(best, unit);
        } else if (best >= 0) {
            lead[unit] = (second - rise[best][unit] + 1) * (1 + noise * random.nextDouble());
        }
        return best >= 0;
    }

    /** The open unit whose second best agent is the furthest behind its best. */
    int unit() {
        return IntStream.range(0, lead.length)
                .filter(u -> !path.decided(u))
                .boxed()
                .max(Comparator.comparingDouble(u -> lead[u]))
                .orElseThrow();
    }

    /** The agents a unit may go to, the one that raises the bound least first. */
    int[] agents(int unit, int[][] rise) {
        return IntStream.range(0, sacks.agents())
                .filter(a -> path.may(a, unit))
                .boxed()
                .sorted(Comparator.comparingInt(a -> rise[a][unit]))
                .mapToInt(a -> a)
                .toArray();
    }

    /** Decides so many units that lead the most, each for its best agent while that has room. */
    void takeMany(int many, int[][] rise) {
        int[] first = IntStream.range(0, lead.length)
                .filter(u -> !path.decided(u))
                .boxed()
                .sorted(Comparator.comparingDouble(u -> -lead[u]))
                .limit(many)
                .mapToInt(u -> u)
                .toArray();
        for (int unit : first) {
            int[] agents = agents(unit, rise);
            if (agents.length > 0) {
                path.take(agents[0], unit);
            }
        }
    }
}
