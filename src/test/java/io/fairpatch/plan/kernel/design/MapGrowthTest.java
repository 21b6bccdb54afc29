package io.fairpatch.plan.kernel.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Growth, annealing and cooling by the judge of drawings, and by maps whose answer is known by hand. */
final class MapGrowthTest {
    @Test
    void growth_gives_every_area_a_place_in_connected_territories_around_their_centres() {
        for (int seed = 1; seed <= 12; seed++) {
            var problem = DesignTest.map(40, 4, 1, 0.2, seed);
            var centers = List.of(3, 11, 3, 25, 30);
            var drawing = Growth.grow(problem, problem.neighbours(), centers, new SplittableRandom(seed));
            assertThat(drawing.territories()).doesNotContain(Drawing.NOWHERE);
            assertThat(drawing.broken()).as("map %d", seed).isZero();
            assertThat(IntStream.of(3, 11, 25, 30).map(drawing::territory)).containsExactly(0, 1, 2, 3);
            var drawn = Growth.grow(problem, problem.neighbours(), List.of(), new SplittableRandom(seed));
            assertThat(drawn.broken()).isZero();
            assertThat(drawn.cost()).as("seeds far from each other").isLessThan(2.5 * drawing.cost());
        }
    }

    @Test
    void growth_feeds_the_territory_that_lacks_most_by_its_cheapest_neighbour() {
        var line = Maps.line(9, 3);
        var drawing = Growth.grow(line, line.neighbours(), List.of(1, 4, 7), new SplittableRandom(1));
        assertThat(drawing.territories()).containsExactly(0, 0, 0, 1, 1, 1, 2, 2, 2);
        long[] loads = {9, 1, 1, 1, 1, 1, 1, 1, 2};
        var uneven = Maps.line(2, loads, 0, 100, Maps.free(9));
        var fed = Growth.grow(uneven, uneven.neighbours(), List.of(0, 8), new SplittableRandom(1));
        assertThat(fed.territories()).as("the lighter one takes all").containsExactly(0, 1, 1, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void fixed_areas_are_joined_through_free_ones_and_each_piece_of_the_map_gets_a_seed() {
        int[] fixed = Maps.free(9);
        fixed[1] = 1;
        fixed[4] = 1;
        fixed[8] = 0;
        long[] loads = new long[9];
        Arrays.fill(loads, Maps.ONE);
        var problem = Maps.line(2, loads, 0, 100 * Maps.ONE, fixed);
        var drawing = Growth.grow(problem, problem.neighbours(), List.of(), new SplittableRandom(1));
        assertThat(drawing.territories()).startsWith(1, 1, 1, 1, 1).endsWith(0);
        assertThat(drawing.broken()).isZero();

        var apart = Maps.of(
                2,
                loads,
                0,
                100 * Maps.ONE,
                Maps.free(9),
                IntStream.of(1, 2, 3, 5, 6, 7, 8)
                        .mapToObj(a -> new int[] {a - 1, a})
                        .toList());
        for (int seed = 1; seed <= 5; seed++) {
            var both = Growth.grow(apart, apart.neighbours(), List.of(), new SplittableRandom(seed));
            assertThat(both.broken()).isZero();
            assertThat(both.territory(0)).isNotEqualTo(both.territory(8));
        }
        var lone = apart.with(true, apart.low(), apart.high(), new int[] {0, -1, -1, 1, -1, -1, -1, -1, -1});
        var dropped = Growth.grow(lone, lone.neighbours(), List.of(), new SplittableRandom(1));
        assertThat(dropped.territories()).doesNotContain(Drawing.NOWHERE).endsWith(1, 1, 1, 1, 1);
        assertThat(dropped.broken()).isEqualTo(1);
    }

    @Test
    void fixed_areas_far_apart_are_joined_before_another_territory_can_come_between() {
        int[] fixed = Maps.free(9);
        fixed[1] = 1;
        fixed[7] = 1;
        long[] loads = new long[9];
        Arrays.fill(loads, Maps.ONE);
        var problem = Maps.line(2, loads, 0, 100 * Maps.ONE, fixed);
        for (int seed = 1; seed <= 4; seed++) {
            var drawing = Growth.grow(problem, problem.neighbours(), List.of(4), new SplittableRandom(seed));
            assertThat(IntStream.rangeClosed(1, 7).map(drawing::territory)).containsOnly(1);
            assertThat(drawing.broken()).isZero();
        }
        fixed[4] = 0;
        var severed = Growth.grow(problem, problem.neighbours(), List.of(), new SplittableRandom(1));
        assertThat(severed.broken()).isEqualTo(1);
        assertThat(severed.territory(7)).isEqualTo(1);
    }

    @Test
    void annealing_keeps_territories_connected_fixed_areas_in_place_and_without_heat_never_raises_the_energy() {
        for (int seed = 1; seed <= 4; seed++) {
            var map = DesignTest.map(30, 3, 2, 0.1, seed);
            int[] fixed = Maps.free(30);
            var grown = Growth.grow(map, map.neighbours(), List.of(), new SplittableRandom(seed));
            fixed[4] = grown.territory(4);
            fixed[20] = grown.territory(20);
            var problem = map.with(true, map.low(), map.high(), fixed);
            var drawing = Maps.redrawn(problem, grown.territories());
            var anneal = new Anneal(problem, problem.neighbours(), drawing, new SplittableRandom(seed));
            anneal.penalty(500);
            double before = energy(problem, drawing, 500);
            for (int t = 0; t < 200; t++) {
                anneal.sweep(3, 0);
                double now = energy(problem, drawing, 500);
                assertThat(now).isLessThanOrEqualTo(before + 1e-6);
                assertThat(drawing.broken()).isZero();
                before = now;
            }
            anneal.sweep(4_000, 0);
            settled(problem, drawing);
            anneal.sweep(500, 1e9);
            assertThat(drawing.broken()).isZero();
            assertThat(energy(problem, drawing, 500)).as("hot").isGreaterThan(before);
            assertThat(drawing.territory(4)).isEqualTo(fixed[4]);
            assertThat(drawing.territory(20)).isEqualTo(fixed[20]);
        }
    }

    /** No shift of a border area lowers the energy. */
    private static void settled(DesignProblem problem, Drawing drawing) {
        double now = energy(problem, drawing, 500);
        for (int a = 0; a < problem.size(); a++) {
            var neighbours = problem.neighbours();
            for (int at = neighbours.first(a); at < neighbours.first(a + 1); at++) {
                int[] there = drawing.territories();
                there[a] = drawing.territory(neighbours.other(at));
                var moved = Maps.redrawn(problem, there);
                if (problem.fixed()[a] < 0 && moved.broken() == 0) {
                    assertThat(energy(problem, moved, 500)).isGreaterThanOrEqualTo(now - 1e-6);
                }
            }
        }
    }

    private static double energy(DesignProblem problem, Drawing drawing, double penalty) {
        double energy = drawing.cost();
        for (int k = 0; k < problem.measures().size(); k++) {
            int measure = k;
            double mean = IntStream.range(0, problem.size())
                            .mapToDouble(a -> problem.load(a, measure))
                            .sum()
                    / problem.territories();
            for (int t = 0; t < problem.territories(); t++) {
                energy += penalty * problem.violation(k, drawing.load(t, k)) / mean;
            }
        }
        return energy;
    }

    @Test
    void cooling_ends_in_the_bands_or_after_its_repairs() {
        var problem = DesignTest.map(30, 3, 1, 0.05, 2);
        var start = Growth.grow(problem, problem.neighbours(), List.of(), new SplittableRandom(2));
        double unit = start.cost() / 3;
        var course = new Cooling.Course(unit, unit * 0.003, 60, 600, unit * 10);
        var cooling = new Cooling(problem, problem.neighbours(), start, new SplittableRandom(2), course, true);
        assertThat(cooling.again()).isTrue();
        int steps = 0;
        while (!cooling.done()) {
            cooling.step();
            steps++;
        }
        assertThat(steps).as("66 sweeps a step").isBetween(1, 2);
        assertThat(cooling.best().allowed()).isTrue();
        assertThat(EveryDrawing.allowed(problem, cooling.best().territory())).isTrue();
        assertThat(EveryDrawing.cost(problem, cooling.best().territory()))
                .isCloseTo(cooling.best().cost(), within(1e-9));

        var hopeless = problem.with(true, problem.low(), new long[] {1}, problem.fixed());
        var other = new Cooling(
                hopeless,
                problem.neighbours(),
                Growth.grow(hopeless, problem.neighbours(), List.of(), new SplittableRandom(2)),
                new SplittableRandom(2),
                course,
                false);
        for (steps = 0; !other.done(); steps++) {
            other.step();
        }
        assertThat(steps).isEqualTo(2);
        assertThat(other.broken()).isTrue();
        assertThat(other.again()).isFalse();
        assertThat(other.best().allowed()).isFalse();
    }
}
