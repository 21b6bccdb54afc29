package io.fairpatch.plan.rules;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Holders;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.Table;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;

/** Two seats: the first with bands of 90 to 110 and caps, the second with none. */
class TerritoryRulesTest {
    private static final Caps CAPS = new Caps(3, 1, 2, 3);
    private static final Seat ANA = new Seat(0, "Ana", new Band(90, 110, 100), new Band(180, 220, 200), CAPS);
    private static final Seat BEN = new Seat(1, "Ben", Band.OPEN, Band.OPEN, Caps.OPEN);

    private final ConstraintVerifier<TerritoryRules, TerritoryPlan> verifier =
            ConstraintVerifier.build(new TerritoryRules(), TerritoryPlan.class, Placement.class);

    /** A unit of potential, tiers and a current seat; by seat 60 minutes and 40 cents a unit of potential, or none. */
    private static Placement at(Seat seat, long potential, int pin, int... tiers) {
        var holders = new Holders(new int[] {BEN.index()}, new int[] {tiers[0] + tiers[1] + tiers[2]}, new long[] {7});
        var unit = new Unit(
                0, "Acme", potential, tiers, pin, new int[] {0, 1}, holders, new int[] {2, 0}, new int[] {1, 0});
        var problem = new TerritoryProblem(
                List.of(unit), List.of(ANA, BEN), Table.of(new int[][] {{40, 5}}, new int[][] {{250, 60}}), 1);
        return new Placement(problem, unit, List.of(ANA, BEN), seat);
    }

    @Test
    @Tag("D18")
    void a_pinned_account_elsewhere_breaks_a_hard_rule_once_an_account() {
        verifier.verifyThat(TerritoryRules::pinned)
                .given(at(ANA, 1, 1, 1, 1, 0))
                .penalizesBy(2);
        verifier.verifyThat(TerritoryRules::pinned)
                .given(at(BEN, 1, 1, 1, 1, 0))
                .penalizesBy(0);
    }

    @Test
    @Tag("D19")
    void a_language_the_rep_lacks_breaks_a_hard_rule() {
        verifier.verifyThat(TerritoryRules::language)
                .given(at(ANA, 1, Unit.FREE, 2, 0, 0))
                .penalizesBy(2);
        verifier.verifyThat(TerritoryRules::language)
                .given(at(BEN, 1, Unit.FREE, 2, 0, 0))
                .penalizesBy(0);
    }

    @Test
    @Tag("D20")
    void a_clearance_the_rep_lacks_breaks_a_hard_rule() {
        verifier.verifyThat(TerritoryRules::compliance)
                .given(at(ANA, 1, Unit.FREE, 2, 0, 0))
                .penalizesBy(1);
        verifier.verifyThat(TerritoryRules::compliance)
                .given(at(BEN, 1, Unit.FREE, 2, 0, 0))
                .penalizesBy(0);
    }

    @Test
    @Tag("D22")
    @Tag("C9")
    void accounts_above_the_cap_are_counted() {
        verifier.verifyThat(TerritoryRules::accountCap)
                .given(at(ANA, 1, Unit.FREE, 1, 1, 1), at(ANA, 1, Unit.FREE, 0, 1, 1))
                .penalizesBy(2);
        verifier.verifyThat(TerritoryRules::accountCap)
                .given(at(ANA, 1, Unit.FREE, 1, 1, 1))
                .penalizesBy(0);
    }

    @Test
    @Tag("C6")
    void accounts_above_the_cap_of_their_tier_are_counted() {
        verifier.verifyThat(TerritoryRules::tierCaps)
                .given(at(ANA, 1, Unit.FREE, 3, 3, 3))
                .penalizesBy(3);
        verifier.verifyThat(TerritoryRules::tierCaps)
                .given(at(BEN, 1, Unit.FREE, 9, 9, 9))
                .penalizesBy(0);
    }

    @Test
    void moves_above_the_budget_are_counted() {
        verifier.verifyThat(TerritoryRules::moveBudget)
                .given(at(ANA, 1, Unit.FREE, 2, 0, 0), at(BEN, 1, Unit.FREE, 5, 0, 0), new MoveBudget(1))
                .penalizesBy(1);
        verifier.verifyThat(TerritoryRules::moveBudget)
                .given(at(ANA, 1, Unit.FREE, 1, 0, 0), new MoveBudget(1))
                .penalizesBy(0);
    }

    @Test
    @Tag("D4")
    void potential_above_the_band_counts_in_hundredths_of_a_percent_of_the_target() {
        verifier.verifyThat(TerritoryRules::potentialAbove)
                .given(at(ANA, 60, Unit.FREE, 1, 0, 0), at(ANA, 51, Unit.FREE, 1, 0, 0))
                .penalizesBy(100);
        verifier.verifyThat(TerritoryRules::potentialAbove)
                .given(at(ANA, 110, Unit.FREE, 1, 0, 0))
                .penalizesBy(0);
    }

    @Test
    @Tag("D4")
    void potential_below_the_band_counts_in_hundredths_of_a_percent_of_the_target() {
        verifier.verifyThat(TerritoryRules::potentialBelow)
                .given(at(ANA, 80, Unit.FREE, 1, 0, 0))
                .penalizesBy(1_000);
        verifier.verifyThat(TerritoryRules::potentialBelow)
                .given(at(BEN, 80, Unit.FREE, 1, 0, 0))
                .penalizesBy(0);
    }

    @Test
    void an_empty_book_is_as_far_below_its_band_as_can_be() {
        verifier.verifyThat(TerritoryRules::potentialNone).given(ANA, BEN).penalizesBy(9_000);
        verifier.verifyThat(TerritoryRules::potentialNone)
                .given(ANA, BEN, at(ANA, 1, Unit.FREE, 1, 0, 0))
                .penalizesBy(0);
    }

    @Test
    @Tag("D8")
    void work_above_the_band_counts_travel_to_this_rep() {
        verifier.verifyThat(TerritoryRules::workAbove)
                .given(at(ANA, 1, Unit.FREE, 1, 0, 0))
                .penalizesBy(1_500);
        verifier.verifyThat(TerritoryRules::workAbove)
                .given(at(BEN, 1, Unit.FREE, 1, 0, 0))
                .penalizesBy(0);
    }

    @Test
    @Tag("D8")
    void work_below_the_band_is_counted() {
        var idle = new Seat(0, "Ana", Band.OPEN, new Band(300, 500, 400), Caps.OPEN);

        verifier.verifyThat(TerritoryRules::workBelow)
                .given(at(idle, 1, Unit.FREE, 1, 0, 0))
                .penalizesBy(1_250);
        verifier.verifyThat(TerritoryRules::workBelow)
                .given(at(BEN, 1, Unit.FREE, 1, 0, 0))
                .penalizesBy(0);
    }

    @Test
    void an_empty_book_lacks_all_its_work() {
        verifier.verifyThat(TerritoryRules::workNone).given(ANA, BEN).penalizesBy(9_000);
        verifier.verifyThat(TerritoryRules::workNone)
                .given(ANA, BEN, at(ANA, 1, Unit.FREE, 1, 0, 0))
                .penalizesBy(0);
    }

    @Test
    @Tag("D12")
    void travel_costs_its_cents() {
        verifier.verifyThat(TerritoryRules::travel)
                .given(at(ANA, 1, Unit.FREE, 1, 0, 0), at(BEN, 1, Unit.FREE, 1, 0, 0))
                .penalizesBy(45);
    }

    @Test
    @Tag("D17")
    void a_lost_relationship_costs_its_cents() {
        verifier.verifyThat(TerritoryRules::relationships)
                .given(at(ANA, 1, Unit.FREE, 1, 0, 0), at(BEN, 1, Unit.FREE, 1, 0, 0))
                .penalizesBy(7);
    }
}
