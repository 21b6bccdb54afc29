package io.fairpatch.plan.kernel.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.bench.plan.IntegerProgram;
import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.Kernel;
import io.fairpatch.plan.kernel.OddProblems;
import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bounds and ends by whole books, against every plan and every book there is. */
final class BookSearchTest {
    private static final int MOST_ROUNDS = 20;

    @Test
    void from_the_dearest_plan_it_ends_at_the_cheapest_and_no_bound_is_above_that() {
        int searched = 0;
        try (var workers = new Workers(2)) {
            for (int seed = 1; seed <= 300; seed++) {
                searched += end(RandomProblems.draw(seed, 7, 3), seed, workers) ? 1 : 0;
                searched += end(OddProblems.draw(seed, 2, 8, 4), seed, workers) ? 1 : 0;
            }
        }
        assertThat(searched).isGreaterThan(200);
    }

    /** False where there is nothing to search. */
    private static boolean end(AssignmentProblem given, int seed, Workers workers) {
        var reduced = Presolve.reduce(given);
        var plans = reduced == null ? List.<int[]>of() : BruteForce.plans(reduced.problem());
        if (reduced == null || plans.isEmpty()) {
            return false;
        }
        var problem = reduced.problem();
        var random = new SplittableRandom(seed);
        double[] prices = IntStream.range(0, problem.bands())
                .mapToDouble(i -> random.nextDouble() * 4 - 2)
                .toArray();
        var dearest = plans.stream()
                .map(choice -> new Plan(problem, choice))
                .max(Comparator.comparingLong(Plan::cost))
                .orElseThrow();
        long least = BruteForce.of(problem).leastCost;
        var incumbent = new Incumbent(dearest);
        var search = new BookSearch(reduced, prices, workers);
        for (int round = 0; round < MOST_ROUNDS && !search.done(); round++) {
            search.round(incumbent);
            assertThat(Math.min(search.bound(), incumbent.cost()))
                    .as("bound of %d", seed)
                    .isLessThanOrEqualTo(least);
        }
        assertThat(search.done()).as("end of %d", seed).isTrue();
        assertThat(incumbent.cost()).as("cost of %d", seed).isEqualTo(least);
        return true;
    }

    @Test
    void an_option_raises_the_bound_by_no_more_than_the_cheapest_plan_with_it_costs() {
        int raised = 0;
        try (var workers = new Workers(1)) {
            for (int seed = 1; seed <= 300; seed++) {
                var reduced = Presolve.reduce(OddProblems.draw(seed, 3, 8, 4));
                var plans = reduced == null ? List.<int[]>of() : BruteForce.plans(reduced.problem());
                if (reduced != null && !plans.isEmpty()) {
                    raised += raised(reduced, plans, seed, workers);
                }
            }
        }
        assertThat(raised).as("options that raise it").isGreaterThan(300);
    }

    private static int raised(Reduced reduced, List<int[]> plans, int seed, Workers workers) {
        var problem = reduced.problem();
        long[] with = new long[problem.options()];
        Arrays.fill(with, Long.MAX_VALUE);
        for (int[] choice : plans) {
            long cost = new Plan(problem, choice).cost();
            Arrays.stream(choice).forEach(e -> with[e] = Math.min(with[e], cost));
        }
        var prices = new BookPrices(reduced, new Domains(reduced), new double[problem.bands()], workers);
        long bound = prices.climb(1 + seed % 6, Arrays.stream(with).min().orElseThrow(), 1);
        long[] rise = prices.rises(1_000 * Scale.ONE);
        for (int e = 0; e < rise.length; e++) {
            assertThat(bound + rise[e]).as("option %d of %d", e, seed).isLessThanOrEqualTo(with[e]);
        }
        return (int) Arrays.stream(rise).filter(its -> its > 0).count();
    }

    @Test
    void a_book_is_the_best_of_all_subsets_also_with_an_option_more_or_less() {
        for (int seed = 1; seed <= 300; seed++) {
            var reduced = Presolve.reduce(OddProblems.draw(seed, 4, 9, 2));
            if (reduced != null && !reduced.contradictory()) {
                var random = new SplittableRandom(seed);
                long[] price = random.longs(reduced.problem().units(), -30, 60)
                        .map(its -> its * Scale.ONE / 7)
                        .toArray();
                for (int a = 0; a < reduced.problem().agents(); a++) {
                    new Subsets(reduced, a, price).check(seed);
                }
            }
        }
    }

    /** Every set of an agent's options. */
    private record Subsets(Reduced reduced, int agent, long[] price) {
        void check(int seed) {
            var problem = reduced.problem();
            int[] unitOf = new int[problem.options()];
            for (int u = 0; u < problem.units(); u++) {
                Arrays.fill(unitOf, problem.first(u), problem.first(u + 1), u);
            }
            int[] its = IntStream.range(0, problem.options())
                    .filter(e -> problem.agent(e) == agent)
                    .toArray();
            var domains = new Domains(reduced);
            var book = new AgentBook(reduced, agent, its, unitOf, new double[problem.bands()]);
            long best = best(its, unitOf, domains, -1, true);
            assertThat(book.choose(domains, price, 100_000))
                    .as("book of %d", seed)
                    .isEqualTo(best);
            for (int t = 0; t < its.length && best != AgentBook.NONE; t++) {
                if (book.open(t)) {
                    long other = best(its, unitOf, domains, t, !book.has(t));
                    long limit = best + 20 * Scale.ONE;
                    assertThat(Math.min(book.other(t, limit), limit + 1))
                            .as("other book of %d", seed)
                            .isEqualTo(Math.min(other, limit + 1));
                }
            }
        }

        /** What the best set is worth that has an option or has it not, of those that have all their agent alone may have. */
        private long best(int[] its, int[] unitOf, Domains domains, int option, boolean has) {
            var problem = reduced.problem();
            long best = AgentBook.NONE;
            for (int set = 0; set < 1 << its.length; set++) {
                long sum = 0;
                long[] load = new long[problem.measures()];
                boolean allowed = option < 0 || (set >> option & 1) == 1 == has;
                for (int t = 0; t < its.length; t++) {
                    boolean in = (set >> t & 1) == 1;
                    allowed &= in || domains.count(unitOf[its[t]]) > 1;
                    sum += in ? problem.cost(its[t]) - price[unitOf[its[t]]] : 0;
                    for (int k = 0; k < load.length; k++) {
                        load[k] += in ? problem.load(its[t], k) : 0;
                    }
                }
                for (int k = 0; k < load.length; k++) {
                    int band = agent * problem.measures() + k;
                    allowed &=
                            !reduced.live()[band] || load[k] >= reduced.low()[band] && load[k] <= reduced.high()[band];
                }
                best = allowed ? Math.min(best, sum) : best;
            }
            return best;
        }
    }

    /** The relaxation is some per cent below the cheapest plan, which is known by an independent solver. */
    @Test
    void some_dozens_of_accounts_of_uneven_size_are_planned_to_a_proven_end_on_any_number_of_threads() {
        var problem = uneven();
        var one = Kernel.solve(problem, Budget.ofSteps(400, 1, 1), Progress.NONE);
        assertThat(one.gap()).isEqualTo(0.0);
        var two = Kernel.solve(problem, Budget.ofSteps(400, 1, 2), Progress.NONE);
        assertThat(two.choice()).isEqualTo(one.choice());
        assertThat(two.steps()).isEqualTo(one.steps());
        var verdict = IntegerProgram.solve(problem, "SAT", 60, 2);
        assertThat(verdict.settled()).isTrue();
        assertThat(one.cost()).isEqualTo(verdict.cost());
    }

    /** Six reps and forty accounts on a map, with bands of two measures that have nothing to do with each other. */
    private static AssignmentProblem uneven() {
        int agents = 6;
        int units = 40;
        var random = new SplittableRandom(3);
        double[] place = random.doubles(2L * agents).toArray();
        var builder = new ProblemBuilder(
                IntStream.range(0, agents).mapToObj(a -> "r" + a).toList(), List.of("potential", "workload"));
        long[] total = new long[2];
        for (int u = 0; u < units; u++) {
            long potential = Math.round(Math.exp(0.5 * random.nextGaussian()) * 1_000);
            long workload = Math.round(Math.exp(0.5 * random.nextGaussian()) * 1_000);
            total[0] += potential;
            total[1] += workload;
            double x = random.nextDouble();
            double y = random.nextDouble();
            builder.unit("a" + u);
            for (int a = 0; a < agents; a++) {
                double far = Math.hypot(x - place[2 * a], y - place[2 * a + 1]);
                builder.option(a, Math.round(1_000 * far) * Scale.ONE, potential, workload);
            }
        }
        for (int a = 0; a < agents; a++) {
            for (int k = 0; k < 2; k++) {
                builder.band(a, k, total[k] * 92 / 100 / agents, total[k] * 108 / 100 / agents);
            }
        }
        return builder.build();
    }
}
