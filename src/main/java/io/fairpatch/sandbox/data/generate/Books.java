package io.fairpatch.sandbox.data.generate;

import java.util.List;

/** Draws the rep of an account, so that books come out as unequal as their shares say, whatever the roles. */
final class Books {
    private static final int SAMPLE = 4_000;
    private static final int ROUNDS = 40;

    private final List<Seller> reps;
    /** By segment: chances of the reps, summed up. */
    private final double[][] cumulative = new double[Segment.values().length][];

    Books(List<Seller> reps, GeneratorConfig config) {
        this.reps = reps;
        double[] worth = worthOfSegments(config);
        double[] appetite = reps.stream().mapToDouble(Seller::shareOfBook).toArray();
        for (int round = 0; round < ROUNDS; round++) {
            spread(appetite);
            for (int rep = 0; rep < appetite.length; rep++) {
                appetite[rep] *= reps.get(rep).shareOfBook() / expected(rep, worth);
            }
        }
        spread(appetite);
    }

    Seller draw(Segment segment, Dice dice) {
        return reps.get(dice.index(cumulative[segment.ordinal()]));
    }

    private void spread(double[] appetite) {
        for (Segment segment : Segment.values()) {
            double[] sums = new double[appetite.length];
            double sum = 0;
            for (int rep = 0; rep < appetite.length; rep++) {
                sum += appetite[rep] * reps.get(rep).role().draw(segment);
                sums[rep] = sum;
            }
            cumulative[segment.ordinal()] = sums;
        }
    }

    private double expected(int rep, double[] worth) {
        double expected = 0;
        for (Segment segment : Segment.values()) {
            double[] sums = cumulative[segment.ordinal()];
            double chance = (sums[rep] - (rep == 0 ? 0 : sums[rep - 1])) / sums[sums.length - 1];
            expected += chance * worth[segment.ordinal()];
        }
        return expected;
    }

    private static double[] worthOfSegments(GeneratorConfig config) {
        double[] worth = new double[Segment.values().length];
        Dice dice = Dice.of(config.seed(), "worth", 0);
        for (int i = 0; i < SAMPLE; i++) {
            Profile profile = Profile.draw(dice, config.bookScale());
            worth[profile.segment().ordinal()] += profile.worth();
        }
        return worth;
    }
}
