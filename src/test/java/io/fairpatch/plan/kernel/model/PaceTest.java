package io.fairpatch.plan.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fairpatch.plan.kernel.Listener;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PaceTest {
    private final AtomicLong clock = new AtomicLong(5_000_000_000L);
    private final Listener watch = Listener.until("Pricing");

    private Pace pace(Budget budget) {
        return new Pace(budget, watch, clock::get);
    }

    @Test
    void no_step_begins_beyond_the_budget() {
        var pace = pace(Budget.ofSteps(2, 9, 1));
        assertThat(pace.begin()).isTrue();
        assertThat(pace.over()).isFalse();
        clock.addAndGet(Long.MAX_VALUE / 4);
        assertThat(pace.begin()).isTrue();
        assertThat(pace.over()).isTrue();
        assertThat(pace.begin()).isFalse();
        assertThat(pace.steps()).isEqualTo(2);
        assertThat(pace.seed()).isEqualTo(9);
    }

    @Test
    void no_step_begins_after_the_seconds_and_a_rest_does_not_count() {
        var pace = pace(Budget.ofSeconds(2, 1, 1));
        clock.addAndGet(1_999_999_999L);
        assertThat(pace.begin()).isTrue();
        clock.addAndGet(4_000_000_001L);
        watch.rest(4_000_000_000L);
        assertThat(pace.seconds()).isEqualTo(2.0);
        assertThat(pace.begin()).isFalse();
        assertThat(pace.steps()).isEqualTo(1);
    }

    @Test
    void no_step_begins_after_a_person_stopped_it_and_stages_are_told() {
        var pace = pace(Budget.ofSteps(9, 1, 1));
        assertThat(pace.begin()).isTrue();
        pace.stage("Pricing");
        assertThat(pace.begin()).isFalse();
        assertThat(watch.stages()).containsExactly("Pricing");
    }

    @Test
    void a_stage_with_few_steps_ends_after_them_and_what_follows_has_the_rest() {
        var pace = pace(Budget.ofSteps(5, 1, 1));
        assertThat(pace.begin()).isTrue();
        boolean[] begun = pace.within(2, () -> new boolean[] {pace.begin(), pace.begin(), pace.begin()});
        assertThat(begun).containsExactly(true, true, false);
        assertThat(pace.begin()).isTrue();
        assertThat(pace.within(9, () -> pace.begin() && !pace.begin())).isTrue();
        assertThat(pace.steps()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"-0.1, 1, 1", "NaN, 1, 1", "1, -1, 1", "1, 1, 0"})
    void a_budget_out_of_range_is_refused(double seconds, long steps, int threads) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Budget(seconds, steps, 1, threads));
    }

    @Test
    void the_least_budget_is_none() {
        assertThatCode(() -> new Budget(0, 0, 1, 1)).doesNotThrowAnyException();
        assertThat(pace(new Budget(0, 5, 1, 1)).begin()).isFalse();
        assertThat(Budget.ofSeconds(1, 7, 3)).isEqualTo(new Budget(1, Long.MAX_VALUE, 7, 3));
    }
}
