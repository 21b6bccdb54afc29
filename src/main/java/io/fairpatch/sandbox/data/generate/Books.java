package io.fairpatch.sandbox.data.generate;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Draws the rep of an account, so that books come out as unequal as their shares say, whatever the roles. */
final class Books {
    private static final int SAMPLE = 4_000;
    private static final int ROUNDS = 40;

    private final List<Seller> reps;
    /** By segment: chances of the reps, summed up. */
    private final Map<Segment, double[]> cumulative = new EnumMap<>(Segment.class);

    Books(List<Seller> reps, GeneratorConfig config) {
        this.reps = reps;
        Map<Segment, Double> worth = worthOfSegments(config);
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
        return reps.get(dice.index(sums(segment)));
    }

    private void spread(double[] appetite) {
        for (Segment segment : Segment.values()) {
            double[] sums = new double[appetite.length];
            double sum = 0;
            for (int rep = 0; rep < appetite.length; rep++) {
                sum += appetite[rep] * reps.get(rep).role().draw(segment);
                sums[rep] = sum;
            }
            cumulative.put(segment, sums);
        }
    }

    private double expected(int rep, Map<Segment, Double> worth) {
        double expected = 0;
        for (Segment segment : Segment.values()) {
            double[] sums = sums(segment);
            double chance = (sums[rep] - (rep == 0 ? 0 : sums[rep - 1])) / sums[sums.length - 1];
            expected += chance * worth.getOrDefault(segment, 0.0);
        }
        return expected;
    }

    private double[] sums(Segment segment) {
        return Objects.requireNonNull(cumulative.get(segment));
    }

    private static Map<Segment, Double> worthOfSegments(GeneratorConfig config) {
        Map<Segment, Double> worth = new EnumMap<>(Segment.class);
        Dice dice = Dice.of(config.seed(), "worth", 0);
        for (int i = 0; i < SAMPLE; i++) {
            Profile profile = Profile.draw(dice, config.bookScale());
            worth.merge(profile.segment(), profile.worth(), Double::sum);
        }
        return worth;
    }
}
