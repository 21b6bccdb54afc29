package io.fairpatch.plan.kernel.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The course that drawing takes, as recorded: whoever changes it means to, and records it anew. */
final class DesignCourseTest {
    private final DesignProblem map = DesignTest.map(40, 4, 2, 0.05, 3);
    private final DesignProblem pinned = map.with(true, map.low(), map.high(), pins());

    private static int[] pins() {
        int[] fixed = Maps.free(40);
        fixed[5] = 2;
        fixed[17] = 0;
        return fixed;
    }

    private static String say(double cost, int[] territory) {
        return Math.round(cost) + " " + Integer.toHexString(Arrays.hashCode(territory));
    }

    private static String say(Found found) {
        return found.broken() + " " + found.violation() / Maps.ONE + " " + say(found.cost(), found.territory());
    }

    private static Drawing grown(DesignProblem problem, List<Integer> centers, long seed) {
        return Growth.grow(problem, problem.neighbours(), centers, new SplittableRandom(seed));
    }

    @Test
    void territories_grow_and_are_annealed_as_recorded() {
        List<String> seen = new ArrayList<>();
        for (var problem : List.of(map, pinned)) {
            for (double heat : new double[] {0.5, 20, 200}) {
                var drawing = grown(problem, heat == 20 ? List.of(7, 9) : List.of(), 5);
                seen.add(say(Found.of(drawing)));
                var anneal = new Anneal(problem, problem.neighbours(), drawing, new SplittableRandom(6));
                anneal.penalty(300);
                anneal.sweep(1_500, heat);
                seen.add(say(Found.of(drawing)));
            }
        }
        assertThat(seen)
                .containsExactly(
                        "0 308 762 b058552e",
                        "0 29 807 701dd432",
                        "0 412 1100 9bfa9242",
                        "0 25 825 c72db0c8",
                        "0 308 762 b058552e",
                        "0 339 942 ceb3175b",
                        "0 202 656 2801668",
                        "0 17 758 930b9ba9",
                        "0 318 766 7ee07dbd",
                        "0 53 837 ee43a486",
                        "0 202 656 2801668",
                        "0 352 845 1d020c67");
    }

    @Test
    void drawings_cool_as_recorded() {
        List<String> seen = new ArrayList<>();
        for (double penalty : new double[] {5, 600}) {
            var course = new Cooling.Course(60, 1, 30, 1_000, penalty);
            var problem = DesignTest.map(40, 4, 1, penalty == 5 ? 0.05 : 0.12, 3);
            var cooling = new Cooling(
                    problem,
                    problem.neighbours(),
                    grown(problem, List.of(), 1),
                    new SplittableRandom(2),
                    course,
                    false);
            int steps = 0;
            for (; !cooling.done(); steps++) {
                cooling.step();
            }
            seen.add(steps + " " + cooling.broken() + " " + say(cooling.best()));
        }
        assertThat(seen).containsExactly("2 true 0 0 703 a16eb306", "1 false 0 0 726 45c299a0");
    }

    @Test
    void runs_go_as_recorded() {
        List<String> seen = new ArrayList<>();
        var wide = DesignTest.map(40, 4, 2, 0.15, 3);
        for (long steps : new long[] {3, 108, 215}) {
            var answer = DesignKernel.solve(wide, Budget.ofSteps(steps, 4, 1), Progress.NONE);
            seen.add(answer.status() + " " + say(answer.cost(), answer.territory()) + " "
                    + Math.round(answer.bound() == null ? -1 : answer.bound()));
        }
        assertThat(seen)
                .containsExactly("FEASIBLE 718 4e6005c9 0", "FEASIBLE 697 be96e708 641", "FEASIBLE 697 be96e708 645");
    }

    @Test
    void bounds_begin_at_the_formula_and_climb_as_recorded() {
        var problem = DesignTest.map(30, 3, 1, 0.1, 2);
        double[] lambda = new double[30];
        for (int i = 0; i < 30; i++) {
            int area = i;
            lambda[i] = IntStream.range(0, 30)
                            .mapToDouble(j -> problem.cost(area, j))
                            .average()
                            .orElseThrow()
                    / 3;
        }
        var center = new CenterBound(problem, lambda);
        double first = Arrays.stream(lambda).sum()
                + IntStream.range(0, 30)
                        .mapToDouble(center::kappa)
                        .sorted()
                        .limit(3)
                        .sum();
        try (var workers = new Workers(1)) {
            var bound = new MedianBound(problem, workers);
            bound.step(700);
            assertThat(bound.best()).isCloseTo(first, within(1e-5));
            List<Long> seen = new ArrayList<>();
            for (int step = 2; step <= 120; step++) {
                bound.step(700);
                if (step % 30 == 0) {
                    seen.add(Math.round(bound.best() * 1e6));
                }
            }
            assertThat(seen).containsExactly(464125048L, 537884651L, 554314177L, 556545779L);
        }
    }

    @Test
    void searches_to_the_end_cut_off_what_can_not_be_better() {
        List<Long> seen = new ArrayList<>();
        for (var problem : List.of(
                DesignTest.map(18, 5, 2, 0.3, 1),
                DesignTest.map(18, 6, 1, 0.9, 2),
                DesignTest.map(18, 9, 1, 0.3, 2),
                DesignTest.map(17, 4, 1, 0.02, 5),
                DesignTest.map(15, 4, 1, 0.2, 3).with(false, ends(15, 0.7), ends(15, 1.3), Maps.free(15)))) {
            var pace = Maps.pace(1_000);
            assertThat(SmallMap.search(problem, pace, 1_000)).isNotNull();
            seen.add(pace.steps());
        }
        assertThat(seen).containsExactly(1L, 5L, 1L, 1L, 1L);
    }

    private static long[] ends(int areas, double part) {
        var problem = DesignTest.map(areas, 4, 1, 0.2, 3);
        return new long[] {Math.round((problem.low()[0] + problem.high()[0]) / 2.0 * part)};
    }
}
