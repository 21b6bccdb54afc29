package io.fairpatch.plan.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmallestTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 9})
    void the_limit_is_the_value_of_that_rank_among_those_offered(int keep) {
        var random = new SplittableRandom(keep);
        var smallest = new Smallest(3, keep);
        List<List<Double>> offered =
                IntStream.range(0, 3).mapToObj(a -> (List<Double>) new ArrayList<Double>()).toList();
        for (int n = 0; n < 300; n++) {
            int agent = random.nextInt(3);
            double value = random.nextInt(50);
            smallest.offer(agent, value);
            offered.get(agent).add(value);
            Collections.sort(offered.get(agent));
            for (int a = 0; a < 3; a++) {
                var its = offered.get(a);
                assertThat(smallest.limit(a)).isEqualTo(its.size() < keep ? Double.POSITIVE_INFINITY : its.get(keep - 1));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"3200000, 3.2", "10000000, 10", "-1, -0.000001", "0, 0", "1000000000000000000, 1000000000000"})
    void amounts_are_read_as_decimals(long millionths, String text) {
        assertThat(Scale.text(millionths)).isEqualTo(text);
        assertThat(Scale.decimal(millionths)).isEqualTo(text);
    }

    @Test
    void the_gap_is_a_share_of_the_cost() {
        assertThat(solution(Status.FEASIBLE, -200, -250L).gap()).isEqualTo(0.25);
        assertThat(solution(Status.FEASIBLE, 0, 0L).gap()).isEqualTo(0.0);
        assertThat(solution(Status.FEASIBLE, 100, null).gap()).isNull();
        assertThat(solution(Status.UNKNOWN, 100, 90L).gap()).isNull();
    }

    private static Solution solution(Status status, long cost, Long bound) {
        return new Solution(status, new int[0], cost, bound, new double[0], List.of(), 0, List.of());
    }
}
