package io.fairpatch.score;

import io.fairpatch.score.MixedEffects.Effect;
import io.fairpatch.score.MixedEffects.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Orgs with planted effects of reps and segments on win rates, each rep in some of the segments. */
public final class SimulatedTeams {
    private static final int REPS = 16;
    private static final int SEGMENTS = 12;
    private static final int QUARTERS = 8;

    private int orgs;
    private double repCover;
    private double segmentCover;

    /** Share of planted rep effects inside their 90 % interval. */
    public double repCover() {
        return repCover / orgs;
    }

    public double segmentCover() {
        return segmentCover / orgs;
    }

    public static SimulatedTeams of(int orgs, long seed) {
        var outcome = new SimulatedTeams();
        var random = new Random(seed);
        for (int i = 0; i < orgs; i++) {
            outcome.add(random);
        }
        return outcome;
    }

    private void add(Random random) {
        double[] reps = effects(REPS, 0.02 + 0.06 * random.nextDouble(), random);
        double[] segments = effects(SEGMENTS, 0.02 + 0.06 * random.nextDouble(), random);
        var results = new ArrayList<Result>();
        for (int rep = 0; rep < REPS; rep++) {
            for (int segment = 0; segment < SEGMENTS; segment++) {
                if (random.nextInt(3) == 0) {
                    quarters(results, rep, segment, 0.3 + reps[rep] + segments[segment], random);
                }
            }
        }
        var fit = MixedEffects.fit(results, REPS, SEGMENTS);
        orgs++;
        repCover += cover(fit.reps(), reps);
        segmentCover += cover(fit.segments(), segments);
    }

    private static void quarters(List<Result> results, int rep, int segment, double rate, Random random) {
        double bounded = Math.max(0.02, Math.min(0.98, rate));
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            int deals = 1 + random.nextInt(8);
            int wins = 0;
            for (int i = 0; i < deals; i++) {
                wins += random.nextDouble() < bounded ? 1 : 0;
            }
            results.add(new Result(rep, segment, (double) wins / deals, deals));
        }
    }

    private static double[] effects(int count, double deviation, Random random) {
        var effects = new double[count];
        for (int i = 0; i < count; i++) {
            effects[i] = deviation * random.nextGaussian();
        }
        return effects;
    }

    private static double cover(List<Effect> estimates, double[] truth) {
        int inside = 0;
        for (int i = 0; i < truth.length; i++) {
            inside += estimates.get(i).low() <= truth[i]
                            && truth[i] <= estimates.get(i).high()
                    ? 1
                    : 0;
        }
        return (double) inside / truth.length;
    }
}
