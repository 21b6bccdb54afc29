package io.fairpatch.plan.kernel.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drawings after any moves against sums from scratch. */
final class DrawingTest {

    @Test
    void after_any_moves_all_that_is_kept_equals_a_recount() {
        for (int seed = 1; seed <= 4; seed++) {
            var problem = DesignTest.map(24, 3, 2, 0.2, seed);
            var random = new SplittableRandom(seed);
            var drawing = new Drawing(problem);
            int[] territory = IntStream.range(0, 24).map(a -> random.nextInt(3)).toArray();
            for (int a = 0; a < 24; a++) {
                assertThat(drawing.territory(a)).isEqualTo(Drawing.NOWHERE);
                drawing.move(a, territory[a]);
            }
            for (int move = 0; move < 120; move++) {
                int area = random.nextInt(24);
                int to = random.nextInt(3);
                asks(problem, drawing, territory, area, to);
                drawing.move(area, to);
                territory[area] = to;
                if (move % 40 == 39) {
                    drawing.refresh();
                }
                recount(problem, drawing, territory);
            }
        }
    }

    /** The answers to "what if" are what a drawing made so would say. */
    private static void asks(DesignProblem problem, Drawing drawing, int[] territory, int area, int to) {
        int from = territory[area];
        if (to == from || drawing.size(from) == 1) {
            return;
        }
        int[] then = territory.clone();
        then[area] = to;
        assertThat(drawing.costWithout(from, area)).isCloseTo(cost(problem, then, from), within(1e-9));
        assertThat(drawing.costWith(to, area)).isCloseTo(cost(problem, then, to), within(1e-9));
        if (drawing.connected(from)) {
            assertThat(drawing.connectedWithout(from, area)).isEqualTo(connected(problem, then, from));
        }
    }

    private static void recount(DesignProblem problem, Drawing drawing, int[] territory) {
        assertThat(drawing.territories()).isEqualTo(territory);
        long violation = 0;
        int broken = 0;
        double cost = 0;
        for (int t = 0; t < 3; t++) {
            int its = t;
            int[] members =
                    IntStream.range(0, 24).filter(a -> territory[a] == its).toArray();
            int[] kept = IntStream.range(0, drawing.size(t))
                    .map(at -> drawing.member(its, at))
                    .sorted()
                    .toArray();
            assertThat(kept).isEqualTo(members);
            for (int k = 0; k < 2; k++) {
                int measure = k;
                long load = IntStream.of(members)
                        .mapToLong(a -> problem.load(a, measure))
                        .sum();
                assertThat(drawing.load(t, k)).isEqualTo(load);
                violation += Math.max(0, load - problem.high()[k]) + Math.max(0, problem.low()[k] - load);
            }
            double least = members.length == 0 ? 0 : cost(problem, territory, t);
            cost += least;
            assertThat(drawing.cost(t)).isCloseTo(least, within(1e-9));
            if (members.length > 0) {
                assertThat(from(problem, territory, t, drawing.center(t))).isCloseTo(least, within(1e-9));
                assertThat(territory[drawing.center(t)]).isEqualTo(t);
            }
            assertThat(drawing.connected(t)).isEqualTo(members.length == 0 || connected(problem, territory, t));
            broken += members.length == 0 || !connected(problem, territory, t) ? 1 : 0;
        }
        assertThat(drawing.cost()).isCloseTo(cost, within(1e-9));
        assertThat(drawing.violation()).isEqualTo(violation);
        assertThat(drawing.broken()).isEqualTo(broken);
    }

    /** Of a territory from its best centre. */
    private static double cost(DesignProblem problem, int[] territory, int t) {
        return IntStream.range(0, territory.length)
                .filter(j -> territory[j] == t)
                .mapToDouble(j -> from(problem, territory, t, j))
                .min()
                .orElseThrow();
    }

    private static double from(DesignProblem problem, int[] territory, int t, int center) {
        return IntStream.range(0, territory.length)
                .filter(a -> territory[a] == t)
                .mapToDouble(a -> problem.cost(a, center))
                .sum();
    }

    private static boolean connected(DesignProblem problem, int[] territory, int t) {
        int any = IntStream.range(0, territory.length)
                .filter(a -> territory[a] == t)
                .findFirst()
                .orElseThrow();
        long all = Arrays.stream(territory).filter(its -> its == t).count();
        return new TouchGraph(problem).reach(any, a -> territory[a] == t).size() == all;
    }

    @Test
    void fewer_broken_territories_count_before_violation_and_violation_before_cost() {
        int[] any = {};
        var best = new Found(any, 0, 0, 10);
        assertThat(best.allowed()).isTrue();
        for (var worse : List.of(new Found(any, 1, 0, 1), new Found(any, 0, 1, 1), new Found(any, 0, 0, 11))) {
            assertThat(best.beats(worse)).isTrue();
            assertThat(worse.beats(best)).isFalse();
            assertThat(worse.allowed()).isEqualTo(worse.cost() == 11);
        }
        assertThat(best.beats(best)).isTrue();
        assertThat(new Found(any, 1, 5, 9).beats(new Found(any, 1, 6, 1))).isTrue();
        var line = Maps.line(4, 2);
        var good = Maps.redrawn(line, new int[] {0, 0, 1, 1});
        var bad = Maps.redrawn(line, new int[] {0, 1, 1, 0});
        var kept = Found.better(null, bad);
        assertThat(kept.broken()).isEqualTo(1);
        kept = Found.better(kept, good);
        assertThat(kept.cost()).isEqualTo(2);
        assertThat(Found.better(kept, good)).isSameAs(kept);
        assertThat(Found.better(kept, bad)).isSameAs(kept);
    }
}
