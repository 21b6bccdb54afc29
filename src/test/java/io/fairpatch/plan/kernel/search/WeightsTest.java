package io.fairpatch.plan.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Bands broken by ever so little must not hold up a repair. */
final class WeightsTest {
    private static final double LEAST = 4e9;

    @Test
    void what_little_is_broken_soon_counts_and_what_holds_stays_as_it_was() {
        var problem = Board.tight(2, 14, 3, 2, 0.03);
        var reduced = Board.reduced(problem);
        var weights = Weights.of(reduced, Board.prices(reduced));
        var plan = Board.hidden(problem);
        plan.move(0, problem.first(0) + 1);
        int broken = 0;
        for (int round = 1; round <= 12; round++) {
            double[] before = weights.times(1);
            broken = weights.press(plan, 1.5, LEAST);
            double[] after = weights.times(1);
            for (int i = 0; i < before.length; i++) {
                double grown = after[i] / before[i];
                if (!weights.broken(plan, i)) {
                    assertThat(grown).isEqualTo(1);
                } else if (before[i] * problem.violation(i, plan.load(i)) >= LEAST) {
                    assertThat(grown).isCloseTo(1.5, within(1e-9));
                } else {
                    assertThat(grown).isBetween(1.5 - 1e-9, 10 + 1e-9);
                }
            }
        }
        assertThat(broken).isBetween(1, problem.bands() - 1);
        for (int i = 0; i < problem.bands(); i++) {
            if (weights.broken(plan, i)) {
                assertThat(weights.times(1)[i] * problem.violation(i, plan.load(i)))
                        .isGreaterThanOrEqualTo(LEAST);
            }
        }
    }
}
