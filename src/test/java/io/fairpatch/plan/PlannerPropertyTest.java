package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.model.Silent;
import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.rules.Polish;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;

class PlannerPropertyTest {
    private final Planner planner = new Planner();

    @Property(tries = 15)
    @Tag("D2")
    @Tag("D18")
    @Tag("D27")
    @Tag("D31")
    @Tag("D32")
    @Tag("H2")
    @Tag("I8")
    @Tag("I14")
    void any_org_is_planned_whole_by_its_rules_and_every_move_explained(@ForAll long seed) {
        new RandomOrgs().check(seed);
    }

    @Property(tries = 150)
    @Tag("long")
    void so_are_many(@ForAll long seed) {
        new RandomOrgs().check(seed);
    }

    @Property(tries = 6)
    @Tag("D32")
    void families_without_two_pins_are_never_split(@ForAll long seed) {
        var org = new SmallOrg(60).reps(4);
        for (int i = 1; i <= 40; i++) {
            org.account(10_000 + Math.floorMod(seed * i, 50_000), 1 + i % 4, i > 10 ? i - 10 : 0, false, null);
        }

        Plan plan = planner.plan(org.input(), Progress.NONE);

        for (int i = 11; i <= 40; i++) {
            assertThat(plan.rep().get(SmallOrg.account(i))).isEqualTo(plan.rep().get(SmallOrg.account(i - 10)));
        }
    }

    @Test
    void one_thread_and_two_give_the_same_plan_to_the_byte() {
        PlanInput input = DemoOrg.input(600, 12, 3, 16);

        Plan one = new Planner(300, 1).plan(input, Progress.NONE);
        Plan two = new Planner(300, 2).plan(input, Progress.NONE);

        assertThat(one.gap()).isNotNull();
        assertThat(bytes(two)).isEqualTo(bytes(one));
    }

    /** What the kernel ends with costs more on this org than what annealing gave it, by the rules it sees as prices. */
    @Test
    void no_plan_told_on_the_way_is_better_than_the_one_that_comes_out() {
        var told = new Told();

        Plan plan = planner.plan(DemoOrg.input(1_000, 12, 3, 40), told);

        assertThat(told.least).isFinite();
        // what is told while annealing is a sum of doubles
        assertThat(plan.costCents()).isLessThan(told.least + 0.5);
    }

    /** Hears of the plans that a search comes by. */
    private static final class Told extends Silent {
        double least = Double.POSITIVE_INFINITY;

        @Override
        public void found(double cost, double bound) {
            least = cost < least ? cost : least;
        }
    }

    /** All of a plan in the same order. */
    private static byte[] bytes(Plan plan) {
        return plan.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Property(tries = 10)
    void the_rules_and_the_count_by_hand_agree_on_any_assignment(@ForAll long seed) {
        Prepared prepared = new ProblemBuilder(SmallOrg.random(seed, 50, 5, 60).input(), new ArrayList<>()).build();
        var problem = prepared.problem();
        var tight = problem.withMinutes(problem.seats().stream()
                .map(seat -> Band.around(60_000, 0.15, 60_000))
                .toList());
        var random = new Random(seed);
        int[] assignment = tight.units().stream()
                .mapToInt(unit -> unit.options()[random.nextInt(unit.options().length)])
                .toArray();

        assertThat(new Polish().score(tight, assignment)).isEqualTo(new Standing(tight, assignment).score());
    }
}
