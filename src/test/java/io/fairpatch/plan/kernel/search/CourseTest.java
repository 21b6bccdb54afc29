package io.fairpatch.plan.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.Prices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The course that searches take: at the cheapest plan in the end, and on the way what was recorded. An answer is the same
 * for the same seed and steps, on any machine; whoever changes the course of a search means to, and records it anew.
 */
final class CourseTest {
    private static final double SPREAD = 15e6;

    private final AssignmentProblem problem = Board.tight(5, 60, 6, 2, 0.03);
    private final Reduced reduced = Board.reduced(problem);
    private final double[] prices = dyadic(problem.bands());
    private final Core core = Core.of(problem, prices, new Core.Width(2e7, 3, 2));

    /** Exact in binary, so that no machine rounds them otherwise. */
    private static double[] dyadic(int bands) {
        double[] prices = new double[bands];
        Arrays.setAll(prices, i -> (i * 5 % 7 - 3) / 4.0);
        return prices;
    }

    private Prices priced() {
        return new Prices(prices, prices, SPREAD / 1024, 0, SPREAD, null, false);
    }

    private static String say(Plan plan) {
        return plan.violation() / 1_000_000 + " " + plan.cost() / 1_000_000 + " "
                + Integer.toHexString(Arrays.hashCode(plan.choices()));
    }

    @Test
    void pieces_are_searched_as_recorded() {
        double[] hard = new double[problem.bands()];
        Arrays.fill(hard, Double.POSITIVE_INFINITY);
        double[] soft = new double[problem.bands()];
        Arrays.fill(soft, 2.5);
        boolean[] focus = {true, false, true, false, false, false};
        List<String> seen = new ArrayList<>();
        seen.add(piece(Board.hidden(problem), new Neighbourhood.Shape(3, 10, 500, 0, hard), null));
        seen.add(piece(Board.hidden(problem), new Neighbourhood.Shape(4, 7, 300, 5e6, hard), null));
        seen.add(piece(Board.hidden(problem), new Neighbourhood.Shape(2, 12, 500, 0, hard), focus));
        var start = Board.random(problem, new SplittableRandom(3));
        seen.add(piece(start.copy(), new Neighbourhood.Shape(3, 10, 500, 0, soft), null));
        seen.add(piece(start.copy(), new Neighbourhood.Shape(3, 10, 500, 3e6, soft), focus));
        assertThat(seen)
                .containsExactly(
                        "0 1182 c8649c66",
                        "0 1528 93fd1131",
                        "0 1354 261c4905",
                        "137 701 fc415d97",
                        "186 886 3bbf98d9");
    }

    private String piece(Plan plan, Neighbourhood.Shape shape, boolean @Nullable [] focus) {
        var books = new Books(problem, plan);
        var random = new SplittableRandom(7);
        var parts = Parts.grow(problem, core, books, random);
        var scene = new Neighbourhood.Scene(reduced, core, books, prices, focus);
        new Neighbourhood(scene, parts, 0, shape, random).run(12_000);
        return say(plan);
    }

    @Test
    void chains_wander_as_recorded() {
        var loose = Board.tight(5, 60, 6, 1, 0.12);
        var its = Board.reduced(loose);
        double[] cheap = dyadic(loose.bands());
        var priced = new Prices(cheap, cheap, 1, 0, SPREAD, null, false);
        var table = new CoreTable(loose, Core.of(loose, cheap, new Core.Width(2e7, 4, 2)), cheap);
        List<String> seen = new ArrayList<>();
        for (double way : new double[] {0, 0.4, 0.9, 1}) {
            var bands = new PricedBands(its, cheap, Weights.of(its, priced).times(1));
            var wander = new Wander(table, bands, Board.hidden(loose));
            wander.run(new SplittableRandom(1), 2e6, way, 30_000);
            seen.add(say(wander.best().plan()));
        }
        assertThat(seen).containsExactly("0 996 73c710e5", "0 996 ec1b9765", "0 673 b725dc2a", "0 673 b725dc2a");
        Board.alone(workers -> {
            var islands = new Islands(its, priced, Board.hidden(loose), workers);
            var random = new SplittableRandom(1);
            islands.round(random);
            assertThat(islands.round(random).stream().map(it -> say(it.plan())))
                    .containsExactly("0 522 17cfd069", "0 522 17cfd069", "0 521 afafb847", "0 522 17cfd069");
            return null;
        });
    }

    @Test
    void a_renewed_plan_keeps_its_bands_and_is_no_dearer_whatever_the_threads() {
        var wide = Board.tight(3, 1_500, 30, 1, 0.02);
        var start = Board.hidden(wide);
        var one = renewed(wide, start, 1);
        assertThat(one.violation()).isZero();
        assertThat(one.cost()).isLessThan(start.cost());
        assertThat(renewed(wide, start, 2).choices()).isEqualTo(one.choices());
    }

    private static Plan renewed(AssignmentProblem wide, Plan start, int threads) {
        double[] none = new double[wide.bands()];
        var even = new Prices(none, none, 1, 0, SPREAD, null, false);
        try (var workers = new Workers(threads)) {
            var primal = new Primal(Board.reduced(wide), even, workers, Board.pace(130, 3), start);
            primal.renew();
            return primal.incumbent().plan();
        }
    }

    @Test
    void rounds_lead_as_recorded() {
        var many = Board.tight(6, 150, 2, 1, 0.0005);
        var start = Board.random(problem, new SplittableRandom(3));
        Board.alone(workers -> {
            List<String> seen = new ArrayList<>();
            var cooled = new Primal(reduced, priced(), workers, Board.pace(30, 3), start);
            cooled.anneal();
            seen.add(say(cooled.incumbent().plan()));
            var softened = new Primal(reduced, priced(), workers, Board.pace(100, 3), start);
            softened.annealSoftly(60, 40);
            seen.add(say(softened.incumbent().plan()));
            var pace = Board.pace(9, 3);
            var repaired = new Primal(reduced, priced(), workers, pace, start);
            repaired.repair(4);
            seen.add(say(repaired.incumbent().plan()));
            while (repaired.improve()) {
                seen.add(say(repaired.incumbent().plan()));
            }
            seen.add(pace.steps() + " steps");
            double[] none = new double[many.bands()];
            var even = new Prices(none, none, 1, 0, SPREAD, null, false);
            var other = new Primal(
                    Board.reduced(many), even, workers, Board.pace(5, 3), Board.random(many, new SplittableRandom(4)));
            other.repair(2);
            seen.add(say(other.incumbent().plan()));
            while (other.improve()) {
                seen.add(say(other.incumbent().plan()));
            }
            assertThat(seen)
                    .containsExactly(
                            "1 566 27427a6b",
                            "0 534 5217fafc",
                            "2 543 4fac7233",
                            "0 543 c540a632",
                            "0 543 c540a632",
                            "0 539 f68a9365",
                            "0 539 f68a9365",
                            "0 539 f68a9365",
                            "9 steps",
                            "0 3069 dc0e312",
                            "0 3069 dc0e312",
                            "0 3069 dc0e312",
                            "0 3069 dc0e312");
            return null;
        });
    }

    @Test
    void all_come_by_the_cheapest_plan_of_a_small_problem() {
        var small = Board.tight(9, 10, 3, 1, 0.2);
        long cheapest = BruteForce.of(small).leastCost;
        var start = Board.hidden(small);
        assertThat(start.cost()).isGreaterThan(cheapest);
        var its = Board.reduced(small);
        double[] none = new double[small.bands()];
        var table = new CoreTable(small, Board.wide(small, none), none);
        var bands = new PricedBands(
                its, none, Weights.of(its, Prices.none(small.bands())).times(1e6));
        var wander = new Wander(table, bands, start);
        for (int round = 0; round < 40 && wander.best().cost() > cheapest; round++) {
            wander.run(new SplittableRandom(round), 2e6, round % 10 / 9.0, 20_000);
        }
        assertThat(wander.best().violation()).isZero();
        assertThat(wander.best().cost()).isEqualTo(cheapest);
        Board.alone(workers -> {
            var islands = new Islands(its, Board.prices(its), start, workers);
            var random = new SplittableRandom(1);
            long best = Long.MAX_VALUE;
            for (int round = 0; round < 40 && best > cheapest; round++) {
                for (var found : islands.round(random)) {
                    assertThat(found.feasible()).isTrue();
                    assertThat(found.cost()).isEqualTo(found.plan().cost()).isLessThanOrEqualTo(start.cost());
                    best = Math.min(best, found.cost());
                }
            }
            assertThat(best).isEqualTo(cheapest);
            return null;
        });
    }
}
