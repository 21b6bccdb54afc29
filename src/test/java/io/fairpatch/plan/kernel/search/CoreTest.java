package io.fairpatch.plan.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The core against its definition: regrets below a width, most options a unit, and what each agent is granted. */
final class CoreTest {
    @Test
    void a_core_holds_what_its_width_and_grants_ask_for_cheapest_first() {
        for (long seed = 1; seed <= 24; seed++) {
            var problem = seed % 6 == 0 ? Board.tight(seed, 12, 40, 1, 0.1) : RandomProblems.draw(seed, 60, 9);
            double[] prices = prices(problem, seed);
            var width = new Core.Width(seed % 3 * 4e6, 1 + (int) seed % 5, 1 + (int) seed % 4);
            var core = Core.of(problem, prices, width);
            var granted = granted(problem, prices, width.perAgent());
            for (int u = 0; u < problem.units(); u++) {
                int unit = u;
                var expected = sorted(problem, prices, u).stream()
                        .filter(e -> Board.regret(problem, prices, unit, e) <= width.regret() || granted.contains(e))
                        .limit(width.most())
                        .toList();
                var actual = IntStream.range(core.first(u), core.first(u + 1))
                        .mapToObj(core::option)
                        .toList();
                assertThat(actual).as("unit %d of %d", u, seed).isEqualTo(expected);
                assertThat(core.count(u)).isEqualTo(expected.size());
                for (int at = core.first(u); at < core.first(u + 1); at++) {
                    assertThat(core.regret(at)).isEqualTo(Board.regret(problem, prices, u, core.option(at)));
                }
            }
            table(problem, core, prices);
        }
    }

    private static void table(AssignmentProblem problem, Core core, double[] prices) {
        var table = new CoreTable(problem, core, prices);
        for (int u = 0; u < problem.units(); u++) {
            assertThat(table.first(u)).isEqualTo(core.first(u));
            assertThat(table.open(u)).isEqualTo(core.count(u) > 1);
            for (int at = core.first(u); at < core.first(u + 1); at++) {
                assertThat(table.option(at)).isEqualTo(core.option(at));
                assertThat(table.agent(at)).isEqualTo(problem.agent(core.option(at)));
                assertThat(table.regret(at)).isEqualTo(core.regret(at));
                for (int k = 0; k < problem.measures(); k++) {
                    assertThat(table.load(at, k)).isEqualTo(problem.load(core.option(at), k));
                }
            }
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                assertThat(table.regretOf(u, e)).isCloseTo(Board.regret(problem, prices, u, e), within(1e-6));
            }
        }
    }

    /**
     * The options each agent is granted: those of the units it wins at the least regret, and the second best of those that
     * it loses at the least; as long as there are more of them than that, and else all.
     */
    private static List<Integer> granted(AssignmentProblem problem, double[] prices, int perAgent) {
        List<Integer> granted = new ArrayList<>();
        for (int a = 0; a < problem.agents(); a++) {
            List<Integer> in = new ArrayList<>();
            List<Integer> out = new ArrayList<>();
            for (int u = 0; u < problem.units(); u++) {
                var sorted = sorted(problem, prices, u);
                for (int o = 1; o < sorted.size(); o++) {
                    if (problem.agent(sorted.get(o)) == a) {
                        in.add(sorted.get(o));
                    }
                }
                if (sorted.size() > 1 && problem.agent(sorted.get(0)) == a) {
                    out.add(sorted.get(1));
                }
            }
            granted.addAll(nearest(problem, prices, in, perAgent));
            granted.addAll(nearest(problem, prices, out, perAgent));
        }
        for (int u = 0; u < problem.units(); u++) {
            granted.add(sorted(problem, prices, u).get(0));
        }
        return granted;
    }

    private static List<Integer> nearest(AssignmentProblem problem, double[] prices, List<Integer> options, int count) {
        double limit = options.stream()
                .mapToDouble(e -> Board.regret(problem, prices, unit(problem, e), e))
                .sorted()
                .skip(count - 1L)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
        return options.stream()
                .filter(e -> Board.regret(problem, prices, unit(problem, e), e) <= limit)
                .toList();
    }

    private static int unit(AssignmentProblem problem, int option) {
        int unit = 0;
        while (problem.first(unit + 1) <= option) {
            unit++;
        }
        return unit;
    }

    private static List<Integer> sorted(AssignmentProblem problem, double[] prices, int unit) {
        return IntStream.range(problem.first(unit), problem.first(unit + 1))
                .boxed()
                .sorted(Comparator.comparingDouble(e -> Board.priced(problem, prices, e)))
                .toList();
    }

    private static double[] prices(AssignmentProblem problem, long seed) {
        var random = new SplittableRandom(seed);
        return random.doubles(problem.bands(), -0.5, 0.5).toArray();
    }
}
