package io.fairpatch.score;

import java.util.List;

/**
 * Splits differences between results into what belongs to the rep, what to the segment, and chance: a linear model with
 * two crossed random effects, y = mean + rep + segment + noise / weight. Variances by restricted maximum likelihood (EM),
 * effects by Henderson's mixed model equations, so that an effect with little data is drawn to 0 (Henderson 1975;
 * Searle, Casella and McCulloch 1992).
 *
 * @param mean of all, in the unit of the results
 * @param reps effect of each rep
 * @param segments effect of each segment
 * @param repVariance variance between reps
 * @param segmentVariance variance between segments
 * @param noise variance of a result of weight 1
 */
public record MixedEffects(
        double mean,
        List<Effect> reps,
        List<Effect> segments,
        double repVariance,
        double segmentVariance,
        double noise) {
    private static final int ITERATIONS = 120;
    private static final double SETTLED = 1e-5;
    private static final double Z90 = 1.6448536269514722;

    public MixedEffects {
        reps = List.copyOf(reps);
        segments = List.copyOf(segments);
    }

    /**
     * A result.
     *
     * @param weight how many observations {@code value} is the mean of, above 0
     */
    public record Result(int rep, int segment, double value, double weight) {}

    /** An effect, drawn to 0 as far as its data is thin, with the ends of its 90 % interval. */
    public record Effect(double value, double low, double high) {
        static Effect of(double value, double variance) {
            double half = Z90 * Math.sqrt(Math.max(0, variance));
            return new Effect(value, value - half, value + half);
        }

        /** Whether the interval leaves out 0. */
        public boolean clear() {
            return low > 0 || high < 0;
        }
    }

    /**
     * Fits the model.
     *
     * @param reps number of reps; results name them from 0
     * @param segments number of segments
     */
    public static MixedEffects fit(List<Result> results, int reps, int segments) {
        var equations = new MixedEquations(results, reps, segments);
        double noise = Math.max(1e-12, equations.spread());
        double repVariance = noise / equations.typicalWeight();
        double segmentVariance = repVariance;
        MixedEquations.Solution solution = equations.solve(noise / repVariance, noise / segmentVariance);
        for (int i = 0; i < ITERATIONS; i++) {
            double nextNoise = Math.max(1e-12, equations.noise(solution));
            double nextRep = Math.max(1e-12, equations.repVariance(solution, noise));
            double nextSegment = Math.max(1e-12, equations.segmentVariance(solution, noise));
            boolean settled =
                    near(nextRep, repVariance) && near(nextSegment, segmentVariance) && near(nextNoise, noise);
            noise = nextNoise;
            repVariance = nextRep;
            segmentVariance = nextSegment;
            solution = equations.solve(noise / repVariance, noise / segmentVariance);
            if (settled) {
                break;
            }
        }
        return new MixedEffects(
                solution.mean(),
                equations.reps(solution, noise),
                equations.segments(solution, noise),
                repVariance,
                segmentVariance,
                noise);
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= SETTLED * Math.max(one, other);
    }
}
