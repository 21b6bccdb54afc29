package io.fairpatch.plan.kernel.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Searches to the end and proofs against all drawings of small maps. */
final class MapProofTest {
    private static final long OPEN_LOW = AssignmentProblem.OPEN_LOW;
    private static final long OPEN_HIGH = AssignmentProblem.OPEN_HIGH;

    @Test
    void a_small_map_is_searched_to_its_end_and_what_is_proven_impossible_is() {
        int none = 0;
        int proven = 0;
        for (long seed = 1; seed <= 40; seed++) {
            var problem = Maps.odd(seed);
            double cheapest = cheapest(problem);
            var verdict = Objects.requireNonNull(SmallMap.search(problem, Maps.pace(100), 50));
            var why = DesignProof.whyNot(problem);
            if (cheapest == Double.POSITIVE_INFINITY) {
                none++;
                proven += why.isEmpty() ? 0 : 1;
                assertThat(verdict.territory()).as("map %d", seed).isNull();
                clash(problem);
            } else {
                assertThat(why).as("map %d", seed).isEmpty();
                int[] found = Objects.requireNonNull(verdict.territory(), "map " + seed);
                assertThat(allowed(problem, found)).as("map %d", seed).isTrue();
                assertThat(EveryDrawing.cost(problem, found)).as("map %d", seed).isCloseTo(cheapest, within(1e-9));
            }
        }
        assertThat(none).isBetween(8, 32);
        assertThat(proven).isBetween(2, none - 2);
    }

    @Test
    void totals_of_whole_areas_may_miss_a_band() {
        long one = Maps.ONE;
        var held = Maps.line(2, loads(2, 4, 6, 4), 8 * one - 1, 9 * one, Maps.free(4));
        assertThat(DesignProof.whyNot(held)).isEmpty();
        var missed = Maps.line(2, loads(3, 3, 3, 6), 7 * one, 9 * one - 1, Maps.free(4));
        assertThat(DesignProof.whyNot(missed))
                .containsExactly(
                        "Every area's load is a multiple of 3, and no such number lies between 7 and 8.999999.");
        assertThat(cheapest(missed)).isInfinite();
    }

    @Test
    void two_measures_and_fixed_areas_are_searched_to_the_end_too() {
        for (int seed = 1; seed <= 12; seed++) {
            var map = DesignTest.map(7, 2 + seed % 2, 2, 0.15 + 0.05 * (seed % 4), seed);
            int[] fixed = Maps.free(7);
            fixed[seed % 7] = 1;
            var problem = map.with(true, map.low(), map.high(), fixed);
            int[] found = Objects.requireNonNull(SmallMap.search(problem, Maps.pace(100), 50))
                    .territory();
            double cheapest = cheapest(problem);
            assertThat(found == null ? Double.POSITIVE_INFINITY : EveryDrawing.cost(problem, found))
                    .as("map %d", seed)
                    .isCloseTo(cheapest, within(1e-9));
            assertThat(found == null || allowed(problem, found)).isTrue();
        }
    }

    private static boolean allowed(DesignProblem problem, int[] territory) {
        for (int a = 0; a < territory.length; a++) {
            if (problem.fixed()[a] >= 0 && problem.fixed()[a] != territory[a]) {
                return false;
            }
        }
        var near = problem.contiguous() ? problem : everywhere(problem);
        return EveryDrawing.allowed(near, territory);
    }

    /** The same map where all areas touch, so that any territory is connected. */
    private static DesignProblem everywhere(DesignProblem problem) {
        int n = problem.size();
        var pairs = IntStream.range(0, n * n)
                .filter(at -> at / n < at % n)
                .mapToObj(at -> new int[] {at / n, at % n})
                .toList();
        return Maps.of(
                problem.territories(), problem.loads(), problem.low()[0], problem.high()[0], problem.fixed(), pairs);
    }

    static double cheapest(DesignProblem problem) {
        int[] territory = new int[problem.size()];
        double best = Double.POSITIVE_INFINITY;
        for (int number = 0; number < Math.pow(problem.territories(), problem.size()); number++) {
            int rest = number;
            for (int a = 0; a < territory.length; a++) {
                territory[a] = rest % problem.territories();
                rest /= problem.territories();
            }
            if (allowed(problem, territory)) {
                best = Math.min(best, EveryDrawing.cost(problem, territory));
            }
        }
        return best;
    }

    /** The rules named clash, and do no longer when any of them is left out. */
    private static void clash(DesignProblem problem) {
        var why = MapClash.of(problem, Maps.pace(1_000));
        assertThat(why.get(0)).startsWith("Every drawing was tried");
        boolean band = why.stream().anyMatch(line -> line.startsWith("Each territory's load"));
        boolean connected = why.contains("Each territory must be connected.");
        boolean fixed = why.contains("Fixed areas stay in their territories.");
        assertThat(why).hasSize(1 + (band ? 1 : 0) + (connected ? 1 : 0) + (fixed ? 1 : 0));
        assertThat(without(problem, band, connected, fixed)).as("together").isInfinite();
        if (band) {
            assertThat(without(problem, false, connected, fixed)).isFinite();
        }
        if (connected) {
            assertThat(without(problem, band, false, fixed)).isFinite();
        }
        if (fixed) {
            assertThat(without(problem, band, connected, false)).isFinite();
        }
    }

    private static double without(DesignProblem problem, boolean band, boolean connected, boolean fixed) {
        return cheapest(problem.with(
                connected,
                new long[] {band ? problem.low()[0] : OPEN_LOW},
                new long[] {band ? problem.high()[0] : OPEN_HIGH},
                fixed ? problem.fixed() : Maps.free(problem.size())));
    }

    @Test
    void a_clash_is_said_in_words() {
        var line = Maps.line(2, loads(4, 1, 1), 3 * Maps.ONE, 3 * Maps.ONE, Maps.free(3));
        assertThat(MapClash.of(line, Maps.pace(100)))
                .containsExactly(
                        "Every drawing was tried, and none holds these rules together:",
                        "Each territory's load must lie between 3 and 3.");
        var above = line.with(true, new long[] {3 * Maps.ONE}, new long[] {OPEN_HIGH}, line.fixed());
        assertThat(MapClash.of(above, Maps.pace(100)))
                .last()
                .isEqualTo("Each territory's load must lie at or above 3.");
        var below = line.with(true, new long[] {OPEN_LOW}, new long[] {3 * Maps.ONE}, line.fixed());
        assertThat(MapClash.of(below, Maps.pace(100)))
                .last()
                .isEqualTo("Each territory's load must lie at or below 3.");
    }

    @Test
    void a_search_ends_with_its_steps_and_fits_small_maps_alone() {
        long[] even = new long[18];
        Arrays.fill(even, 2 * Maps.ONE);
        var endless = Maps.line(3, even, 11 * Maps.ONE, 11 * Maps.ONE, Maps.free(18))
                .with(false, new long[] {11 * Maps.ONE}, new long[] {11 * Maps.ONE}, Maps.free(18));
        var pace = Maps.pace(100);
        assertThat(SmallMap.search(endless, pace, 2)).isNull();
        assertThat(pace.steps()).isEqualTo(2);
        assertThat(SmallMap.search(endless, Maps.pace(0), 100)).isNull();
        assertThat(SmallMap.fits(Maps.line(18, 18))).isTrue();
        assertThat(SmallMap.fits(Maps.line(19, 2))).isFalse();
        assertThat(SmallMap.fits(Maps.line(3, 4))).isFalse();
    }

    @Test
    void each_reason_has_its_sentence() {
        assertThat(DesignProof.whyNot(Maps.line(3, 4)))
                .containsExactly("4 territories cannot be drawn from 3 areas, as each needs an area for its centre.");
        assertThat(why(2, loads(4, 4, 4), OPEN_LOW, 5 * Maps.ONE))
                .containsExactly(
                        "All areas together have 12 load, but 2 territories of at most 5 hold only 10.",
                        "The part of the map around z2 has 12 load, which no whole number of territories can share.");
        assertThat(why(2, loads(4, 4, 4), 7 * Maps.ONE, OPEN_HIGH))
                .contains("All areas together have 12 load, but 2 territories of at least 7 need 14.");
        assertThat(why(2, loads(6, 1, 1), OPEN_LOW, 5 * Maps.ONE))
                .containsExactly("Area z0 alone has 6 load, more than the 5 a territory may have.");
        assertThat(DesignProof.whyNot(Maps.line(2, loads(3, 3, 1), OPEN_LOW, 5 * Maps.ONE, new int[] {1, 1, -1})))
                .containsExactly("The areas fixed to territory 1 have 6 load, more than the 5 a territory may have.");
        assertThat(DesignProof.whyNot(Maps.line(2, loads(1, 1, 1), OPEN_LOW, OPEN_HIGH, new int[] {0, 1, 0})))
                .containsExactly(
                        "z0 and z2 are fixed to territory 0, but nothing that may belong to it connects them.");
        assertThat(why(3, loads(5, 5, 5), 5 * Maps.ONE, 5 * Maps.ONE)).isEmpty();
    }

    @Test
    void pieces_of_the_map_must_share_out_the_territories() {
        assertThat(DesignProof.whyNot(pieces(1, OPEN_LOW, OPEN_HIGH)))
                .containsExactly(
                        "The map falls into 2 parts that do not touch, more than the 1 connected territories asked for.");
        assertThat(DesignProof.whyNot(pieces(3, 3 * Maps.ONE, 5 * Maps.ONE))).isEmpty();
        assertThat(DesignProof.whyNot(pieces(4, 2 * Maps.ONE, 4 * Maps.ONE))).isEmpty();
        assertThat(DesignProof.whyNot(pieces(3, OPEN_LOW, 3 * Maps.ONE)))
                .contains("The parts of the map that do not touch need between 4 and 6 territories by load, not 3.");
        assertThat(DesignProof.whyNot(pieces(4, 3 * Maps.ONE, OPEN_HIGH)))
                .contains("The parts of the map that do not touch need between 2 and 3 territories by load, not 4.");
        assertThat(DesignProof.whyNot(pieces(2, 5 * Maps.ONE, 5 * Maps.ONE)))
                .containsExactly(
                        "The part of the map around z2 has 4 load, which no whole number of territories can share.");
    }

    /** Three areas with 4 together, three with 6. */
    private static DesignProblem pieces(int territories, long low, long high) {
        return Maps.of(
                territories,
                loads(2, 1, 1, 2, 2, 2),
                low,
                high,
                Maps.free(6),
                List.of(new int[] {0, 1}, new int[] {1, 2}, new int[] {3, 4}, new int[] {4, 5}));
    }

    private static List<String> why(int territories, long[] loads, long low, long high) {
        return DesignProof.whyNot(Maps.line(territories, loads, low, high, Maps.free(loads.length)));
    }

    static long[] loads(long... units) {
        return Arrays.stream(units).map(load -> load * Maps.ONE).toArray();
    }
}
