package io.fairpatch.plan.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Three units and two seats counted by hand. Ana has room for 3 accounts, one of tier 1 and 50 to 100 of potential; Ben
 * has room for 5 and wants a customer. The family wants Spanish, which Ana does not speak, and is Ben's in part.
 */
class StandingTest {
    private static final int ANA = 0;
    private static final int BEN = 1;
    private static final int FAMILY = 0;
    private static final int LARGE = 1;
    private static final int NAMED = 2;

    private static final Seat ANAS = new Seat(
            ANA, "Ana", new Band(50, 100, 100), new Band(0, 400, 200), new Caps(3, 1, Caps.NONE, Caps.NONE), Mix.OPEN);
    private static final Seat BENS = new Seat(
            BEN,
            "Ben",
            new Band(0, 100, 50),
            Band.OPEN,
            new Caps(5, Caps.NONE, Caps.NONE, Caps.NONE),
            Mix.open().with(Count.CUSTOMERS, 1, 2, 1_000));

    /** Accounts, of tier 1, 2, 3, customers, growth. */
    private static Unit unit(
            int index, long potential, int[] counts, Pin why, int pin, Holders held, Map<Need, int[]> broken) {
        return new Unit(index, "Unit " + index, potential, counts, why, pin, new int[] {ANA, BEN}, held, broken);
    }

    private static TerritoryProblem problem() {
        var shared = new Holders(new int[] {ANA, BEN}, new int[] {2, 1}, new long[] {30, 5});
        var bens = new Holders(new int[] {BEN}, new int[] {2}, new long[] {11});
        var units = List.of(
                unit(
                        FAMILY,
                        60,
                        new int[] {3, 2, 1, 0, 3, 0, 0, 0},
                        Pin.NONE,
                        Unit.FREE,
                        shared,
                        Map.of(Need.LANGUAGE, new int[] {3, 0})),
                unit(LARGE, 80, new int[] {2, 1, 0, 1, 1, 1, 0, 0}, Pin.NONE, Unit.FREE, bens, Map.of()),
                unit(NAMED, 7, new int[] {1, 0, 0, 1, 0, 0, 0, 0}, Pin.NAMED, BEN, Holders.NONE, Map.of()));
        var pairs = new Table(
                new int[][] {{100, 1}, {200, 2}, {300, 3}},
                new int[][] {{0, 4}, {0, 0}, {6, 0}},
                new int[][] {{150, 10}, {300, 20}, {5, 30}});
        return new TerritoryProblem(units, List.of(ANAS, BENS), pairs, 5);
    }

    @Test
    void all_with_ana_is_counted_by_hand() {
        var standing = new Standing(problem(), new int[] {ANA, ANA, ANA});

        assertThat(standing.potential(ANA)).isEqualTo(147);
        assertThat(standing.minutes(ANA)).isEqualTo(455);
        assertThat(standing.accounts(ANA)).isEqualTo(6);
        assertThat(standing.count(ANA, Count.TIER_1)).isEqualTo(3);
        assertThat(standing.moved())
                .as("one of the family, both large ones, the named one")
                .isEqualTo(4);
        assertThat(standing.overCaps(ANA)).as("3 above the cap, 2 of tier 1").isEqualTo(5);
        assertThat(standing.outside(ANA)).as("47 of 100 and 55 of 200").isEqualTo(4_700 + 2_750);
        assertThat(standing.mixCost(BEN)).isEqualTo(1_000);
        long broken = 3 + 1 + 5;
        long cost = 100 + 5 + 200 + 11 + 300 + 6 + 1_000;
        assertThat(standing.score()).isEqualTo(new PlanScore(broken, 7_450, cost));
        assertThat(standing.score().feasible()).isFalse();
        assertThat(standing.scoreWith(LARGE, BEN))
                .as("caps by 3 better, bands by all, the rest with Ana")
                .isEqualTo(new PlanScore(2 - 5, -7_450, 100 + 5 + 2 + 300 + 6));
    }

    @Test
    void what_moves_is_counted_at_both_seats_and_can_go_back() {
        var standing = new Standing(problem(), new int[] {BEN, ANA, BEN});
        var good = standing.score();
        assertThat(good).isEqualTo(new PlanScore(0, 0, 1 + 4 + 30 + 200 + 11 + 3 + 1_000));
        assertThat(good.feasible()).isTrue();

        var with = standing.scoreWith(LARGE, BEN);

        assertThat(with)
                .as("Ana 50 of 100 under her band, Ben 47 of 50 over his, one account and two customers too many")
                .isEqualTo(new PlanScore(1, 5_000 + 9_400, 1 + 4 + 30 + 2 + 3 + 2_000));
        assertThat(standing.scoreWith(FAMILY, ANA).broken())
                .as("caps alone: 2 above, 2 of tier 1")
                .isEqualTo(4);
        assertThat(standing.score()).as("tried only").isEqualTo(good);
        var copy = standing.copy();
        copy.place(LARGE, BEN);
        assertThat(copy.score()).isEqualTo(with);
        assertThat(copy.scoreWith(LARGE, ANA))
                .as("all of it is mended")
                .isEqualTo(new PlanScore(-1, -14_400, good.cost()));
        assertThat(copy.seatOf(LARGE)).isEqualTo(BEN);
        assertThat(standing.seatOf(LARGE)).isEqualTo(ANA);
        assertThat(standing.assignment()).containsExactly(BEN, ANA, BEN);
    }

    @Test
    void more_moves_than_allowed_break_the_rule() {
        var few = new TerritoryProblem(
                problem().units(), problem().seats(), problem().pairs(), 1);

        assertThat(new Standing(few, new int[] {BEN, BEN, BEN}).score().broken())
                .as("two of the family and the named one move, one may; Ben has one above his cap")
                .isEqualTo(2 + 1);
    }

    @Test
    void hard_rules_come_before_bands_and_bands_before_cost() {
        assertThat(new PlanScore(0, 9, 9)).isLessThan(new PlanScore(1, 0, 0));
        assertThat(new PlanScore(1, 0, 9)).isLessThan(new PlanScore(1, 1, 0));
        assertThat(new PlanScore(1, 1, 0)).isLessThan(new PlanScore(1, 1, 1));
        assertThat(new PlanScore(1, 1, 1)).isEqualByComparingTo(new PlanScore(1, 1, 1));
        assertThat(new PlanScore(0, 1, 0).feasible()).isFalse();
    }
}
