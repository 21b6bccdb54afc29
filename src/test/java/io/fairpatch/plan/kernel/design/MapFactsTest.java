package io.fairpatch.plan.kernel.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is where: distances, neighbours, pieces and ranks. */
final class MapFactsTest {
    private static final double[] WEIGHTS = {1, 2, 3};

    @Test
    void distances_are_straight_or_on_the_globe_weighted_and_to_a_power() {
        double[] x = {0, 3, 0};
        double[] y = {0, 4, 1};
        assertThat(new Distances(x, y, WEIGHTS, false, 1).cost(1, 0)).isEqualTo(10);
        assertThat(new Distances(x, y, WEIGHTS, false, 2).cost(0, 1)).isEqualTo(25);
        assertThat(new Distances(x, y, WEIGHTS, false, 1.5).cost(2, 0)).isEqualTo(3);
        assertThat(new Distances(x, y, WEIGHTS, false, 1.5).cost(1, 0)).isCloseTo(2 * Math.pow(5, 1.5), within(1e-12));
        double[] longitude = {-0.1278, 2.3522, 179.9};
        double[] latitude = {51.5074, 48.8566, 0};
        var globe = new Distances(longitude, latitude, WEIGHTS, true, 1);
        assertThat(globe.distance(0, 1)).as("London to Paris").isCloseTo(343.6, within(0.5));
        assertThat(globe.cost(1, 0)).isEqualTo(2 * globe.distance(0, 1));
        var far = new Distances(new double[] {0, 180, 0}, new double[] {0, 0, 90}, WEIGHTS, true, 1);
        assertThat(far.distance(0, 1)).as("half round").isCloseTo(Math.PI * 6371.0088, within(1e-6));
        assertThat(far.distance(0, 2)).as("a quarter").isCloseTo(Math.PI / 2 * 6371.0088, within(1e-6));
    }

    @Test
    void maps_too_large_for_a_table_give_the_same_distances() {
        var random = new SplittableRandom(1);
        double[] x = random.doubles(1_501).toArray();
        double[] y = random.doubles(1_501).toArray();
        double[] one = new double[1_501];
        Arrays.fill(one, 1);
        var large = new Distances(x, y, one, false, 2);
        for (int a = 0; a < 10; a++) {
            assertThat(large.cost(a, 1_500))
                    .isCloseTo(Math.pow(x[a] - x[1_500], 2) + Math.pow(y[a] - y[1_500], 2), within(1e-12));
        }
    }

    @Test
    void neighbours_touch_both_ways_and_pieces_are_numbered_in_order() {
        var touching = Neighbours.of(6, List.of(new int[] {0, 2}, new int[] {2, 4}, new int[] {3, 5}));
        assertThat(of(touching, 2)).containsExactlyInAnyOrder(0, 4);
        assertThat(of(touching, 0)).containsExactly(2);
        assertThat(touching.degree(1)).isZero();
        assertThat(touching.degree(2)).isEqualTo(2);
        assertThat(touching.components()).containsExactly(0, 1, 0, 2, 0, 2);
    }

    private static int[] of(Neighbours neighbours, int area) {
        return IntStream.range(neighbours.first(area), neighbours.first(area + 1))
                .map(neighbours::other)
                .toArray();
    }

    @Test
    void the_graph_reaches_what_the_filter_lets_it() {
        var graph = new TouchGraph(Maps.line(6, 2));
        assertThat(graph.reach(2, a -> a != 4)).isEqualTo(Set.of(0, 1, 2, 3));
        assertThat(graph.reach(5, a -> a > 3)).isEqualTo(Set.of(4, 5));
    }

    @Test
    void the_nearest_eight_are_neighbours() {
        var nearest = Nearest.of(Maps.line(30, 2));
        assertThat(Arrays.stream(of(nearest, 29)).distinct().sorted().toArray())
                .containsExactly(21, 22, 23, 24, 25, 26, 27, 28);
        assertThat(Arrays.stream(of(nearest, 15)).distinct().sorted().toArray())
                .contains(11, 12, 13, 14, 16, 17, 18, 19)
                .doesNotContain(5, 25);
        assertThat(of(Nearest.of(Maps.line(3, 1)), 0)).containsExactlyInAnyOrder(1, 2, 1, 2);
    }

    @Test
    void positions_are_ranked_by_value_and_equal_ones_by_place() {
        assertThat(Ranking.ascending(new double[] {3, 0.5, 7, 0.5, 0})).containsExactly(4, 1, 3, 0, 2);
        assertThat(Ranking.ascending(new double[0])).isEmpty();
        double[] many = new SplittableRandom(2).doubles(500).toArray();
        int[] order = Ranking.ascending(many);
        assertThat(Arrays.stream(order).mapToObj(at -> many[at]).toList()).isSorted();
        assertThat(Arrays.stream(order).distinct().count()).isEqualTo(500);
    }
}
