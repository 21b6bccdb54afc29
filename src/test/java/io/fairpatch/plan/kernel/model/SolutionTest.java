package io.fairpatch.plan.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How an answer is read. */
final class SolutionTest {

    @ParameterizedTest
    @CsvSource({"3200000, 3.2", "10000000, 10", "-1, -0.000001", "0, 0", "1000000000000000000, 1000000000000"})
    void amounts_are_read_as_decimals(long millionths, String text) {
        assertThat(Scale.text(millionths)).isEqualTo(text);
        assertThat(Scale.decimal(millionths)).isEqualTo(text);
    }

    @Test
    void a_broken_band_is_broken_by_what_lies_beyond_its_nearer_end() {
        assertThat(new Violation(0, 0, 12, 3, 10).amount()).isEqualTo(2);
        assertThat(new Violation(0, 0, 1, 3, 10).amount()).isEqualTo(2);
        assertThat(new Violation(0, 0, -4, 3, 10).amount()).isEqualTo(7);
        assertThat(Status.INFEASIBLE.word()).isEqualTo("infeasible");
    }

    @Test
    void the_gap_is_a_share_of_the_cost() {
        assertThat(solution(Status.FEASIBLE, -200, -250L).gap()).isEqualTo(0.25);
        assertThat(solution(Status.FEASIBLE, 0, 0L).gap()).isEqualTo(0.0);
        assertThat(solution(Status.FEASIBLE, 100, null).gap()).isNull();
        assertThat(solution(Status.UNKNOWN, 100, 90L).gap()).isNull();
    }

    private static Solution solution(Status status, long cost, @Nullable Long bound) {
        return new Solution(status, new int[0], cost, bound, new double[0], List.of(), 0, List.of());
    }
}
