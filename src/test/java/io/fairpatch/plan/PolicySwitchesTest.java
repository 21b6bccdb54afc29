package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.PlanningConfig;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.SalesforceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each policy switch alone, read off the problem that is planned: off as shipped, and only what it says when on. */
class PolicySwitchesTest {
    private static final RepProfile STAR = new RepProfile(Map.of(), Set.of(), 1.3);
    private static final RepProfile STRUGGLING = new RepProfile(Map.of(), Set.of(), 0.6);

    private static PlanInput org() {
        var org = new SmallOrg(60).reps(3);
        for (int i = 1; i <= 12; i++) {
            org.account(20_000, 1 + i % 3, 0, false, null);
        }
        return org.input().knowing(Map.of(SmallOrg.rep(1), STAR, SmallOrg.rep(2), STRUGGLING), Map.of());
    }

    private static Prepared prepared(PlanInput input) {
        return new ProblemBuilder(input, new ArrayList<>()).build();
    }

    private static PlanInput with(PlanInput input, Set<String> inside, boolean larger, boolean hard) {
        var policies = new PlanningConfig.Policies(inside, larger, hard, PlanningConfig.Precedence.NAMED);
        return input.with(input.planning().withPolicies(policies));
    }

    @Test
    @Tag("D13")
    void who_sells_from_inside_travels_neither_in_cost_nor_in_work() {
        var field = prepared(org()).problem();
        var inside = prepared(with(org(), Set.of("SMB AE"), false, false)).problem();

        long travelled = 0;
        for (int unit = 0; unit < 12; unit++) {
            for (int seat = 0; seat < 3; seat++) {
                travelled += field.pairs().travelCents(unit, seat);
                assertThat(inside.pairs().travelCents(unit, seat)).isZero();
                assertThat(inside.pairs().minutes(unit, seat))
                        .isEqualTo(inside.pairs().minutes(unit, 0))
                        .isLessThanOrEqualTo(field.pairs().minutes(unit, seat));
            }
        }
        assertThat(travelled).isPositive();
        assertThat(prepared(with(org(), Set.of("Enterprise AE"), false, false))
                        .problem()
                        .pairs()
                        .travelCents(3, 1))
                .isEqualTo(field.pairs().travelCents(3, 1));
    }

    @Test
    @Tag("D24")
    void targets_follow_attainment_within_a_tenth_only_when_asked() {
        assertThat(prepared(org()).targets()).containsOnly(80_000_00);

        double[] targets = prepared(with(org(), Set.of(), true, false)).targets();

        assertThat(targets[0] / targets[2]).isCloseTo(1.1, Offset.offset(1e-9));
        assertThat(targets[1] / targets[2]).isCloseTo(0.9, Offset.offset(1e-9));
        assertThat(targets[0] + targets[1] + targets[2]).isCloseTo(240_000_00, Offset.offset(1e-3));
    }

    @Test
    @Tag("D25")
    void top_reps_fit_hard_accounts_better_only_in_the_experiment() {
        var usual = prepared(org());
        assertThat(usual.problem().pairs().fitCents(0, 1))
                .isEqualTo(usual.problem().pairs().fitCents(0, 0));

        var hard = org();
        var scores = new HashMap<>(hard.scores());
        scores.replaceAll((id, score) -> id.equals(SmallOrg.account(1)) ? unlikely(score) : score);
        var problem = prepared(with(hard.with(scores), Set.of(), false, true)).problem();

        assertThat(problem.pairs().fitCents(0, 0)).isZero();
        assertThat(problem.pairs().fitCents(0, 1))
                .isEqualTo(problem.pairs().fitCents(0, 2))
                .isPositive();
        assertThat(problem.pairs().fitCents(1, 1)).as("an easy account").isZero();
    }

    private static AccountScore unlikely(AccountScore score) {
        return new AccountScore(
                score.account(),
                false,
                score.score(),
                score.tier(),
                score.grade(),
                score.reasons(),
                score.potentialCents(),
                0.05,
                score.winSample(),
                List.of(),
                List.of());
    }

    @Test
    void an_account_whose_deal_is_about_to_close_stays_until_the_day_is_over() {
        var org = new SmallOrg(60).rep(true, RampStage.RAMPED, Set.of()).rep(true, RampStage.RAMPED, Set.of());
        for (int i = 1; i <= 8; i++) {
            org.account(20_000, 1, 0, false, null);
        }
        PlanInput input = org.input();
        SalesforceId first = SmallOrg.account(1);

        var until = prepared(input.knowing(Map.of(), Map.of(first, input.today())));
        var over = prepared(input.knowing(Map.of(), Map.of(first, input.today().minusDays(1))));
        var released = prepared(
                input.with(input.levers().releasing(Set.of(first))).knowing(Map.of(), Map.of(first, input.today())));

        assertThat(until.problem().units().get(0).options()).containsExactly(0);
        assertThat(until.problem().units().get(1).options()).containsExactly(0, 1);
        assertThat(over.problem().units().get(0).options()).containsExactly(0, 1);
        assertThat(released.problem().units().get(0).options()).containsExactly(0, 1);
    }
}
