package io.fairpatch.plan.kernel.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.OddProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Walks down and up a search at random; at each point what is left is compared with every plan there is. */
final class DomainsTest {

    private record Point(int length, BitSet left, List<int[]> plans) {}

    @Test
    void propagation_keeps_every_plan_and_strikes_whatever_one_band_rules_out() {
        int ends = 0;
        for (int seed = 1; seed <= 150; seed++) {
            var random = new SplittableRandom(seed);
            var reduced = Presolve.pinsOnly(OddProblems.draw(seed, 2, 7, 3));
            ends += new Walk(reduced, random).go() ? 1 : 0;
        }
        assertThat(ends).as("walks that came to an end without plan").isGreaterThan(20);
    }

    private static final class Walk {
        private final Reduced reduced;
        private final AssignmentProblem problem;
        private final Domains domains;
        private final SplittableRandom random;
        private final List<Point> points = new ArrayList<>();
        private List<int[]> plans;

        Walk(Reduced reduced, SplittableRandom random) {
            this.reduced = reduced;
            this.problem = reduced.problem();
            this.domains = new Domains(reduced);
            this.random = random;
            this.plans = BruteForce.plans(problem.withBands(reduced.low(), reduced.high()));
        }

        /** Whether it came to a point without plan. */
        boolean go() {
            boolean ended = false;
            for (int n = 0; n < 12; n++) {
                double trouble = trouble();
                if (domains.propagate()) {
                    assertThat(trouble()).isEqualTo(trouble);
                    holdsAllPlans();
                    isConsistent();
                    points.add(new Point(domains.length(), left(), plans));
                } else {
                    ended = true;
                    assertThat(plans).isEmpty();
                    assertThat(trouble()).isBetween(trouble, trouble + 1);
                    if (points.isEmpty()) {
                        return true;
                    }
                    goBack();
                }
                goOn();
            }
            return ended;
        }

        private void goBack() {
            var point = points.remove(random.nextInt(points.size()));
            points.removeIf(later -> later.length() > point.length());
            domains.back(point.length());
            assertThat(left()).isEqualTo(point.left());
            assertThat(domains.length()).isEqualTo(point.length());
            rangesAreSums();
            assertThat(domains.propagate()).isTrue();
            assertThat(left()).isEqualTo(point.left());
            plans = point.plans();
            points.add(point);
        }

        private void goOn() {
            int option = random.nextInt(problem.options());
            if (!domains.has(option)) {
                return;
            }
            boolean take = random.nextInt(3) == 0;
            if (take) {
                domains.take(option);
            } else {
                domains.strike(option);
            }
            int unit = unitOf(option);
            plans = plans.stream().filter(plan -> plan[unit] == option == take).toList();
            rangesAreSums();
        }

        private void holdsAllPlans() {
            for (int[] plan : plans) {
                for (int option : plan) {
                    assertThat(domains.has(option)).isTrue();
                }
            }
        }

        private BitSet left() {
            var left = new BitSet();
            for (int u = 0; u < problem.units(); u++) {
                int before = left.cardinality();
                for (int e = problem.first(u + 1) - 1; e >= problem.first(u); e--) {
                    left.set(e, domains.has(e));
                }
                assertThat(domains.count(u)).isEqualTo(left.cardinality() - before);
                assertThat(domains.only(u))
                        .isEqualTo(domains.count(u) == 0 ? problem.first(u) : left.nextSetBit(problem.first(u)));
            }
            return left;
        }

        private void rangesAreSums() {
            for (int i = 0; i < problem.bands(); i++) {
                assertThat(domains.least(i)).isEqualTo(range(i, -1, 0, false));
                assertThat(domains.most(i)).isEqualTo(range(i, -1, 0, true));
            }
        }

        /** The least or most total of a band, each unit taking what suits; one unit may be held to a load. */
        private long range(int band, int held, long itsLoad, boolean most) {
            long sum = 0;
            for (int u = 0; u < problem.units(); u++) {
                if (u == held) {
                    sum += itsLoad;
                } else {
                    long best = domains.count(u) == 0 ? 0 : most ? Long.MIN_VALUE : Long.MAX_VALUE;
                    for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                        if (domains.has(e)) {
                            best = most ? Math.max(best, load(band, e)) : Math.min(best, load(band, e));
                        }
                    }
                    sum += best;
                }
            }
            return sum;
        }

        private long load(int band, int option) {
            boolean here = problem.agent(option) == band / problem.measures();
            return here ? problem.load(option, band % problem.measures()) : 0;
        }

        private void isConsistent() {
            rangesAreSums();
            for (int i = 0; i < problem.bands(); i++) {
                assertThat(mayMeet(i, -1, 0)).isTrue();
                for (int e = 0; e < problem.options(); e++) {
                    int unit = unitOf(e);
                    if (domains.has(e) && domains.count(unit) > 1 && problem.agent(e) == i / problem.measures()) {
                        assertThat(mayMeet(i, unit, load(i, e))).isTrue();
                        assertThat(mayMeet(i, unit, 0)).isTrue();
                    }
                }
                assertThat(totals(i, 0, 0)).as("some total within band %d", i).isTrue();
            }
        }

        private boolean mayMeet(int band, int held, long itsLoad) {
            return range(band, held, itsLoad, false) <= reduced.high()[band]
                    && range(band, held, itsLoad, true) >= reduced.low()[band];
        }

        private boolean totals(int band, int unit, long total) {
            if (unit == problem.units()) {
                return total >= reduced.low()[band] && total <= reduced.high()[band];
            }
            for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
                if (domains.has(e) && totals(band, unit + 1, total + load(band, e))) {
                    return true;
                }
            }
            return false;
        }

        private int unitOf(int option) {
            int unit = 0;
            while (problem.first(unit + 1) <= option) {
                unit++;
            }
            return unit;
        }

        private double trouble() {
            double sum = 0;
            for (int a = 0; a < problem.agents(); a++) {
                sum += domains.trouble(a);
            }
            return sum;
        }
    }

    @Test
    void the_agent_whose_band_ends_a_path_is_remembered() {
        var domains = new Domains(Presolve.pinsOnly(tens(10, 41, 49)));
        assertThat(domains.propagate())
                .as("ten loads of 10 never bring 41 to 49")
                .isFalse();
        assertThat(List.of(domains.trouble(0), domains.trouble(1))).containsExactly(2.0, 1.0);
        assertThat(new Domains(Presolve.pinsOnly(tens(11, 41, 49))).propagate())
                .as("eleven are too many to try")
                .isTrue();
        var short_ = new Domains(Presolve.pinsOnly(tens(11, 111, 120)));
        assertThat(short_.propagate()).isFalse();
        assertThat(short_.trouble(0)).isEqualTo(2.0);
    }

    private static AssignmentProblem tens(int units, long low, long high) {
        var builder = new ProblemBuilder(List.of("r0", "r1"), List.of("load")).band(0, 0, low, high);
        for (int u = 0; u < units; u++) {
            builder.unit("a" + u).option(0, u, 10).option(1, 0, 10);
        }
        return builder.build();
    }
}
