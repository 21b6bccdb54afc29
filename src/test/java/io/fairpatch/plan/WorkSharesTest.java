package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WorkSharesTest {
    @Test
    void what_capped_books_leave_goes_to_the_others_by_capacity() {
        double[] filled = WorkShares.filled(new double[] {0.25, 0.25, 0.2, 0.3}, new double[] {0.1, 1, 0.05, 1});

        assertThat(filled[0]).isCloseTo(0.1, within(1e-12));
        assertThat(filled[2]).isCloseTo(0.05, within(1e-12));
        assertThat(filled[1]).isCloseTo(0.85 * 25 / 55, within(1e-12));
        assertThat(filled[3]).isCloseTo(0.85 * 30 / 55, within(1e-12));
    }

    @Test
    void caps_are_passed_alike_where_they_leave_no_other_way() {
        double[] filled = WorkShares.filled(new double[] {0.5, 0.5}, new double[] {0.1, 0.3});

        assertThat(filled).containsExactly(new double[] {0.25, 0.75}, within(1e-12));
    }

    @Property(tries = 200)
    void shares_sum_to_one_and_nobody_ends_above_the_most_while_there_is_room(
            @ForAll @Size(6) List<@DoubleRange(min = 0.01, max = 1) Double> wanted,
            @ForAll @Size(6) List<@DoubleRange(min = 0.05, max = 1) Double> limits) {
        double sum = wanted.stream().mapToDouble(Double::doubleValue).sum();
        double[] shares = wanted.stream().mapToDouble(share -> share / sum).toArray();
        double[] most = limits.stream().mapToDouble(Double::doubleValue).toArray();

        double[] filled = WorkShares.filled(shares, most);

        assertThat(Arrays.stream(filled).sum()).isCloseTo(1, within(1e-9));
        boolean room = Arrays.stream(most).sum() >= 1;
        for (int at = 0; room && at < filled.length; at++) {
            assertThat(filled[at]).isLessThanOrEqualTo(most[at] + 1e-9);
        }
    }
}
