package io.fairpatch.bench.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.Pricing;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The options near enough to begin with cannot fill the tight bands of 20,000 accounts x 100 reps. */
final class TightBandsTest {
    @Test
    void options_join_in_until_the_shares_keep_all_bands() {
        var shape = new Territories.Shape(20_000, 100, 0.03, 0.1, false, 1);
        var reduced = Objects.requireNonNull(
                Presolve.reduce(Territories.draw(shape, new PostalCodes()).problem()));
        try (var workers = new Workers(2)) {
            var pace = new Pace(Budget.ofSteps(2_000, 1, 2), Progress.NONE, () -> 0);
            var prices = Pricing.run(reduced, null, workers, pace);
            assertThat(prices.shares()).as("shares of the relaxation").isNotNull();
            assertThat(prices.covers()).isTrue();
        }
    }
}
