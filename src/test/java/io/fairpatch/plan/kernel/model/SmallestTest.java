package io.fairpatch.plan.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SmallestTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 9})
    void the_limit_is_the_value_of_that_rank_among_those_offered(int keep) {
        var random = new SplittableRandom(keep);
        var smallest = new Smallest(3, keep);
        List<List<Double>> offered = IntStream.range(0, 3)
                .mapToObj(a -> (List<Double>) new ArrayList<Double>())
                .toList();
        for (int n = 0; n < 300; n++) {
            int agent = random.nextInt(3);
            double value = random.nextInt(50);
            smallest.offer(agent, value);
            offered.get(agent).add(value);
            Collections.sort(offered.get(agent));
            for (int a = 0; a < 3; a++) {
                var its = offered.get(a);
                assertThat(smallest.limit(a))
                        .isEqualTo(its.size() < keep ? Double.POSITIVE_INFINITY : its.get(keep - 1));
            }
        }
    }
}
