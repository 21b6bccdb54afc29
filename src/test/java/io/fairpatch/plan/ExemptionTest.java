package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.model.RampStage;
import io.fairpatch.plan.problem.Pin;
import io.fairpatch.plan.scenario.Measurement;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a rule keeps an account with a rep who does not meet its needs, people decide; the plan stays sound. */
class ExemptionTest {
    private final Planner planner = new Planner();

    /** A Spanish account that is named and with the one rep who speaks English only. */
    private static SmallOrg org(boolean named) {
        var org = new SmallOrg(60)
                .rep(true, RampStage.RAMPED, Set.of("en"))
                .rep(true, RampStage.RAMPED, Set.of("en", "es"))
                .account(10_000, 1, 0, named, "es");
        for (int i = 2; i <= 12; i++) {
            org.account(10_000, 1 + i % 2, 0, false, null);
        }
        return org;
    }

    @Test
    @Tag("D18")
    @Tag("D19")
    @Tag("D26")
    void a_named_account_with_the_wrong_rep_stays_and_is_left_to_people() {
        PlanInput input = org(true).input();

        Plan plan = planner.plan(input, Progress.NONE);

        assertThat(plan.status()).as(plan.why().toString()).isEqualTo(Plan.Status.FEASIBLE);
        assertThat(plan.gap()).isNotNull();
        assertThat(plan.rep().get(SmallOrg.account(1))).isEqualTo(SmallOrg.rep(1));
        assertThat(plan.exemptions()).singleElement().satisfies(exempt -> {
            assertThat(exempt.account()).isEqualTo(SmallOrg.account(1));
            assertThat(exempt.stays()).isEqualTo(Pin.NAMED);
            assertThat(exempt.sentence())
                    .isEqualTo("Account 1 stays with Rep 1 (a named account), who does not meet its language.");
            assertThat(exempt.decision()).startsWith("Sales operations and the manager");
        });
        assertThat(plan.why()).anyMatch(sentence -> sentence.startsWith("A person must decide on 1 account "));
        assertThat(Measurement.of(input, plan).rulesBroken()).isZero();
    }

    @Test
    void released_it_goes_to_who_meets_its_needs() {
        PlanInput input = org(true).input();

        Plan plan = planner.plan(input.with(input.levers().releasing(Set.of(SmallOrg.account(1)))), Progress.NONE);

        assertThat(plan.rep().get(SmallOrg.account(1))).isEqualTo(SmallOrg.rep(2));
        assertThat(plan.exemptions()).isEmpty();
    }

    @Test
    @Tag("D19")
    void what_a_hand_pins_to_a_rep_who_does_not_meet_its_needs_breaks_the_rule() {
        PlanInput input = org(false).input();

        Plan plan = planner.plan(
                input.with(input.levers().pinning(Map.of(SmallOrg.account(1), SmallOrg.rep(1)))), Progress.NONE);

        assertThat(plan.status()).isEqualTo(Plan.Status.INFEASIBLE);
        assertThat(plan.exemptions()).isEmpty();
    }

    @Test
    void a_relative_that_would_join_a_named_account_is_not_exempt() {
        var org = org(true);
        org.account(10_000, 2, 1, false, "es");

        Plan plan = planner.plan(org.input(), Progress.NONE);

        assertThat(plan.exemptions()).extracting(Exemption::account).containsExactly(SmallOrg.account(1));
        assertThat(plan.status())
                .as("its relative comes to a rep who does not speak Spanish")
                .isEqualTo(Plan.Status.INFEASIBLE);
    }
}
