package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.PlanningConfig;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.Progress;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.SalesforceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
    @Tag("D13")
    void who_sells_from_inside_travels_neither_in_books_nor_in_kilometres() {
        PlanInput field = org();
        PlanInput inside = with(field, Set.of("SMB AE"), false, false);
        var prepared = prepared(inside);

        for (int unit = 0; unit < 12; unit++) {
            var account = prepared.members().get(unit).get(0);
            double hours = prepared.problem().pairs().minutes(unit, 0) / 60.0;
            assertThat(prepared.hours(account, 1)).isCloseTo(hours, Offset.offset(0.01));
            assertThat(prepared.hoursToday(account, 1)).isCloseTo(hours, Offset.offset(0.01));
        }
        assertThat(VisitHours.kilometres(field, field.currentRep())).isPositive();
        assertThat(VisitHours.kilometres(inside, field.currentRep())).isZero();
        assertThat(VisitHours.travellers(field)).hasSize(3);
        assertThat(VisitHours.travellers(inside)).isEmpty();
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

        var experiment = prepared(with(hard.with(scores), Set.of(), false, true));
        assertThat(narratives(experiment))
                .satisfiesExactly(
                        told -> assertThat(told).endsWith(" Experiment: a top rep with 1 account that is hard to win."),
                        told -> assertThat(told).doesNotContain("Experiment"),
                        told -> assertThat(told).doesNotContain("Experiment"));
        assertThat(narratives(prepared(hard.with(scores)))).noneMatch(told -> told.contains("Experiment"));
    }

    /** Of the books where the top rep has the first account, and the others the rest. */
    private static List<String> narratives(Prepared prepared) {
        int[] assignment = new int[12];
        for (int unit = 0; unit < 12; unit++) {
            assignment[unit] = unit % 3;
        }
        return new BookKeeper(prepared, assignment)
                .books().stream().map(Book::narrative).toList();
    }

    @Test
    @Tag("D16")
    void an_industry_or_state_among_a_users_skills_fits_better_and_the_plan_says_how_often_it_was_honoured() {
        PlanInput plain = org();
        var deals = new DealFacts(plain.accounts(), plain.scores(), List.of(), plain.today());
        PlanInput input = plain.knowing(deals.profiles(plain.reps(), List.of(knowing("texas", "Cloud"))), Map.of());
        var problem = prepared(input).problem();

        assertThat(problem.pairs().fitCents(0, 1)).isZero();
        assertThat(problem.pairs().fitCents(0, 0)).isEqualTo(10 * 5000);
        Plan plan = new Planner().plan(input, Progress.NONE);
        long hers = plan.rep().values().stream().filter(SmallOrg.rep(2)::equals).count();
        assertThat(plan.why())
                .contains(String.format(
                        Locale.ROOT,
                        "Of 12 accounts in an industry or state that a rep knows well, %d (%.0f %%) are with such a rep.",
                        hers,
                        100 * hers / 12.0));
    }

    private static OrgUser knowing(String... skills) {
        return new OrgUser(
                SmallOrg.rep(2),
                "Rep 2",
                null,
                null,
                true,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(skills),
                null,
                null);
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
