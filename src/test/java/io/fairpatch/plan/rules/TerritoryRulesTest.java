package io.fairpatch.plan.rules;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Holders;
import io.fairpatch.plan.problem.Mix;
import io.fairpatch.plan.problem.Need;
import io.fairpatch.plan.problem.Pin;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.Table;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.test.api.score.stream.ConstraintVerifier;

/**
 * Every rule alone, four facts or more a rule, counted by hand. Ana has bands of 90 to 110 and 180 to 220, caps of 3, 1, 2
 * and 3, and a mix; Ben has nothing.
 */
class TerritoryRulesTest {
    private static final Mix MIX = Mix.open()
            .with(Count.TIER_1, 1, 2, 10)
            .with(Count.TIER_2, 1, Caps.NONE, 10)
            .with(Count.TIER_3, 1, Caps.NONE, 10)
            .with(Count.CUSTOMERS, 2, 3, 10)
            .with(Count.GROWTH, 0, 1, 10)
            .with(Count.ACCOUNTS, 2, Caps.NONE, 500)
            .with(Count.COMPLEX, 0, 1, 500)
            .with(Count.SIZE, 0, 3, 500);
    private static final Seat ANA =
            new Seat(0, "Ana", new Band(90, 110, 100), new Band(180, 220, 200), new Caps(3, 1, 2, 3), MIX);
    private static final Seat FREE =
            ANA.withMix(Mix.open().with(Count.TIER_1, 1, 2, 0).with(Count.CUSTOMERS, 2, 3, 0));
    private static final Seat BEN = new Seat(1, "Ben", Band.OPEN, Band.OPEN, Caps.OPEN);

    private static final ConstraintVerifier<TerritoryRules, TerritoryPlan> VERIFIER =
            ConstraintVerifier.build(new TerritoryRules(), TerritoryPlan.class, Placement.class);

    private interface Rule extends BiFunction<TerritoryRules, ConstraintFactory, Constraint> {}

    /** A unit to be: tiers 1 to 3, customers, growth accounts, complex ones, steps of size; Ana's 40 cents and 250 minutes, Ben's 5 and 60. */
    private record Made(long potential, int[] counts, Pin why, int pin, Map<Need, int[]> broken, int minutes) {
        static Made of(int... kinds) {
            int[] counts = {kinds[0] + kinds[1] + kinds[2], kinds[0], kinds[1], kinds[2], 0, 0, 0, 0};
            for (int i = 3; i < kinds.length; i++) {
                counts[i + 1] = kinds[i];
            }
            return new Made(1, counts, Pin.NONE, Unit.FREE, Map.of(), 250);
        }

        Made worth(long money) {
            return new Made(money, counts, why, pin, broken, minutes);
        }

        Made work(int needed) {
            return new Made(potential, counts, why, pin, broken, needed);
        }

        Made pinned(Pin kind, int seat) {
            return new Made(potential, counts, kind, seat, broken, minutes);
        }

        Made asks(Need need, int atAna, int atBen) {
            return new Made(potential, counts, why, pin, Map.of(need, new int[] {atAna, atBen}), minutes);
        }

        Placement at(Seat seat) {
            var holders = new Holders(new int[] {1}, new int[] {counts[0]}, new long[] {7});
            var unit = new Unit(0, "Acme", potential, counts, why, pin, new int[] {0, 1}, holders, broken);
            var pairs = new Table(new int[][] {{40, 5}}, new int[][] {{9, 0}}, new int[][] {{minutes, 60}});
            var problem = new TerritoryProblem(List.of(unit), List.of(ANA, BEN), pairs, 1);
            return new Placement(problem, unit, List.of(ANA, BEN), seat);
        }
    }

    private static Arguments fact(Rule rule, long expected, Object... facts) {
        return arguments(rule, expected, facts);
    }

    /** What a rule has nothing against it does not match either: matches become the reasons of a move. */
    private static void counts(Rule rule, long expected, Object... facts) {
        VERIFIER.verifyThat(rule).given(facts).penalizesBy(expected);
        if (expected == 0) {
            VERIFIER.verifyThat(rule).given(facts).penalizes(0);
        }
    }

    private static Stream<Arguments> pin(Rule rule, Pin kind, Pin other) {
        return Stream.of(
                fact(rule, 2, Made.of(1, 1, 0).pinned(kind, 1).at(ANA)),
                fact(rule, 0, Made.of(1, 1, 0).pinned(kind, 1).at(BEN)),
                fact(rule, 0, Made.of(1, 1, 0).at(ANA)),
                fact(rule, 0, Made.of(1, 1, 0).pinned(other, 1).at(ANA)),
                fact(
                        rule,
                        3,
                        Made.of(1, 1, 0).pinned(kind, 1).at(ANA),
                        Made.of(0, 0, 1).pinned(kind, 0).at(BEN)));
    }

    private static Stream<Arguments> need(Rule rule, Need need, Need other) {
        return Stream.of(
                fact(rule, 2, Made.of(2, 0, 0).asks(need, 2, 0).at(ANA)),
                fact(rule, 0, Made.of(2, 0, 0).asks(need, 2, 0).at(BEN)),
                fact(rule, 0, Made.of(2, 0, 0).asks(other, 2, 0).at(ANA)),
                fact(rule, 0, Made.of(2, 0, 0).at(ANA)),
                fact(
                        rule,
                        3,
                        Made.of(2, 0, 0).asks(need, 2, 0).at(ANA),
                        Made.of(1, 0, 0).asks(need, 0, 1).at(BEN)));
    }

    static Stream<Arguments> pins() {
        return Stream.of(
                        pin(TerritoryRules::named, Pin.NAMED, Pin.HELD),
                        pin(TerritoryRules::held, Pin.HELD, Pin.NAMED),
                        pin(TerritoryRules::protectedBook, Pin.PROTECTED, Pin.NAMED),
                        pin(TerritoryRules::outOfScope, Pin.OUT_OF_SCOPE, Pin.NAMED),
                        pin(TerritoryRules::chosen, Pin.CHOSEN, Pin.NAMED))
                .flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("pins")
    @Tag("D18")
    @Tag("D17")
    @Tag("D26")
    void a_pinned_account_elsewhere_breaks_its_rule_once_an_account(Rule rule, long expected, Object[] facts) {
        counts(rule, expected, facts);
    }

    static Stream<Arguments> needs() {
        return Stream.of(
                        need(TerritoryRules::language, Need.LANGUAGE, Need.TEAM),
                        need(TerritoryRules::compliance, Need.COMPLIANCE, Need.LANGUAGE),
                        need(TerritoryRules::timeZone, Need.TIME_ZONE, Need.LANGUAGE),
                        need(TerritoryRules::team, Need.TEAM, Need.LANGUAGE),
                        need(TerritoryRules::forbidden, Need.FORBIDDEN, Need.LANGUAGE))
                .flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("needs")
    @Tag("D19")
    @Tag("D20")
    @Tag("D14")
    void a_need_that_the_rep_does_not_meet_breaks_its_rule(Rule rule, long expected, Object[] facts) {
        counts(rule, expected, facts);
    }

    static Stream<Arguments> room() {
        Rule total = TerritoryRules::accountCap;
        Rule tiers = TerritoryRules::tierCaps;
        Rule moves = TerritoryRules::moveBudget;
        var one = new MoveBudget(1);
        return Stream.of(
                fact(total, 2, Made.of(1, 1, 1).at(ANA), Made.of(0, 1, 1).at(ANA)),
                fact(total, 0, Made.of(1, 1, 1).at(ANA)),
                fact(total, 0, Made.of(9, 9, 9).at(BEN)),
                fact(total, 0, Made.of(1, 1, 1).at(ANA), Made.of(0, 1, 1).at(BEN)),
                fact(tiers, 3, Made.of(3, 3, 3).at(ANA)),
                fact(tiers, 0, Made.of(1, 2, 3).at(ANA)),
                fact(tiers, 0, Made.of(9, 9, 9).at(BEN)),
                fact(tiers, 1, Made.of(1, 0, 0).at(ANA), Made.of(1, 0, 0).at(ANA)),
                fact(tiers, 4, Made.of(2, 3, 5).at(ANA)),
                fact(moves, 1, Made.of(2, 0, 0).at(ANA), Made.of(5, 0, 0).at(BEN), one),
                fact(moves, 0, Made.of(1, 0, 0).at(ANA), one),
                fact(moves, 0, Made.of(5, 0, 0).at(BEN), one),
                fact(moves, 3, Made.of(2, 0, 0).at(ANA), Made.of(2, 0, 0).at(ANA), one));
    }

    @ParameterizedTest
    @MethodSource("room")
    @Tag("D22")
    @Tag("C6")
    @Tag("C9")
    @Tag("C13")
    void accounts_above_a_cap_or_the_limit_on_moves_are_counted(Rule rule, long expected, Object[] facts) {
        counts(rule, expected, facts);
    }

    static Stream<Arguments> bands() {
        Rule above = TerritoryRules::potentialAbove;
        Rule below = TerritoryRules::potentialBelow;
        Rule none = TerritoryRules::potentialNone;
        return Stream.of(
                fact(
                        above,
                        100,
                        Made.of(1, 0, 0).worth(60).at(ANA),
                        Made.of(1, 0, 0).worth(51).at(ANA)),
                fact(above, 0, Made.of(1, 0, 0).worth(110).at(ANA)),
                fact(above, 0, Made.of(1, 0, 0).worth(900).at(BEN)),
                fact(above, 9_000, Made.of(1, 0, 0).worth(200).at(ANA)),
                fact(below, 1_000, Made.of(1, 0, 0).worth(80).at(ANA)),
                fact(below, 0, Made.of(1, 0, 0).worth(90).at(ANA)),
                fact(below, 0, Made.of(1, 0, 0).worth(80).at(BEN)),
                fact(
                        below,
                        500,
                        Made.of(1, 0, 0).worth(80).at(ANA),
                        Made.of(1, 0, 0).worth(5).at(ANA)),
                fact(none, 9_000, ANA, BEN),
                fact(none, 0, ANA, BEN, Made.of(1, 0, 0).at(ANA)),
                fact(none, 9_000, ANA, BEN, Made.of(1, 0, 0).at(BEN)),
                fact(none, 0, BEN));
    }

    @ParameterizedTest
    @MethodSource("bands")
    @Tag("D3")
    @Tag("D4")
    void potential_outside_its_band_counts_in_hundredths_of_a_percent_of_the_target(
            Rule rule, long expected, Object[] facts) {
        counts(rule, expected, facts);
    }

    static Stream<Arguments> work() {
        Rule above = TerritoryRules::workAbove;
        Rule below = TerritoryRules::workBelow;
        Rule none = TerritoryRules::workNone;
        return Stream.of(
                fact(above, 1_500, Made.of(1, 0, 0).at(ANA)),
                fact(above, 0, Made.of(1, 0, 0).work(220).at(ANA)),
                fact(above, 0, Made.of(1, 0, 0).at(BEN)),
                fact(
                        above,
                        4_000,
                        Made.of(1, 0, 0).work(150).at(ANA),
                        Made.of(1, 0, 0).work(150).at(ANA)),
                fact(below, 1_000, Made.of(1, 0, 0).work(160).at(ANA)),
                fact(below, 0, Made.of(1, 0, 0).work(180).at(ANA)),
                fact(below, 0, Made.of(1, 0, 0).at(BEN)),
                fact(
                        below,
                        500,
                        Made.of(1, 0, 0).work(160).at(ANA),
                        Made.of(1, 0, 0).work(10).at(ANA)),
                fact(none, 9_000, ANA, BEN),
                fact(none, 0, ANA, BEN, Made.of(1, 0, 0).at(ANA)),
                fact(none, 9_000, ANA, BEN, Made.of(1, 0, 0).at(BEN)),
                fact(none, 0, BEN));
    }

    @ParameterizedTest
    @MethodSource("work")
    @Tag("D8")
    @Tag("C18")
    void work_outside_its_band_is_counted_travel_included(Rule rule, long expected, Object[] facts) {
        counts(rule, expected, facts);
    }

    static Stream<Arguments> costs() {
        Rule travel = TerritoryRules::travel;
        Rule fit = TerritoryRules::fit;
        Rule kept = TerritoryRules::relationships;
        var ana = Made.of(1, 0, 0).at(ANA);
        var ben = Made.of(1, 0, 0).at(BEN);
        return Stream.of(
                fact(travel, 40, ana),
                fact(travel, 5, ben),
                fact(travel, 45, ana, ben),
                fact(travel, 80, ana, Made.of(1, 0, 0).at(ANA)),
                fact(fit, 9, ana),
                fact(fit, 0, ben),
                fact(fit, 9, ana, ben),
                fact(fit, 18, ana, Made.of(1, 0, 0).at(ANA)),
                fact(kept, 7, ana),
                fact(kept, 0, ben),
                fact(kept, 7, ana, ben),
                fact(kept, 14, ana, Made.of(1, 0, 0).at(ANA)));
    }

    @ParameterizedTest
    @MethodSource("costs")
    @Tag("D12")
    @Tag("D15")
    @Tag("D16")
    @Tag("D17")
    void travel_lost_fit_and_lost_relationships_cost_their_cents(Rule rule, long expected, Object[] facts) {
        counts(rule, expected, facts);
    }

    static Stream<Arguments> mixes() {
        Rule ones = TerritoryRules::tierOneShare;
        Rule each = TerritoryRules::eachTier;
        Rule customers = TerritoryRules::customerMix;
        Rule growth = TerritoryRules::growthSpread;
        Rule room = TerritoryRules::learningRoom;
        Rule complex = TerritoryRules::learningComplexity;
        Rule size = TerritoryRules::learningSize;
        Rule none = TerritoryRules::mixNone;
        return Stream.of(
                fact(ones, 10, Made.of(3, 0, 0).at(ANA)),
                fact(ones, 10, Made.of(0, 1, 0).at(ANA)),
                fact(ones, 0, Made.of(1, 0, 0).at(ANA), Made.of(1, 0, 0).at(ANA)),
                fact(ones, 0, Made.of(9, 0, 0).at(BEN)),
                fact(each, 20, Made.of(1, 0, 0).at(ANA)),
                fact(each, 10, Made.of(1, 1, 0).at(ANA)),
                fact(each, 0, Made.of(1, 1, 0).at(ANA), Made.of(0, 0, 1).at(ANA)),
                fact(each, 0, Made.of(1, 0, 0).at(BEN)),
                fact(customers, 20, Made.of(1, 0, 0, 0).at(ANA)),
                fact(customers, 0, Made.of(3, 0, 0, 3).at(ANA)),
                fact(
                        customers,
                        10,
                        Made.of(4, 0, 0, 2).at(ANA),
                        Made.of(2, 0, 0, 2).at(ANA)),
                fact(customers, 0, Made.of(1, 0, 0, 1).at(BEN)),
                fact(growth, 10, Made.of(2, 0, 0, 0, 2).at(ANA)),
                fact(growth, 0, Made.of(2, 0, 0, 0, 1).at(ANA)),
                fact(growth, 0, Made.of(2, 0, 0, 0, 0).at(ANA)),
                fact(growth, 0, Made.of(2, 0, 0, 0, 2).at(BEN)),
                fact(room, 500, Made.of(1, 0, 0).at(ANA)),
                fact(room, 0, Made.of(2, 0, 0).at(ANA)),
                fact(room, 0, Made.of(2, 0, 0).at(ANA), Made.of(1, 1, 0).at(ANA)),
                fact(room, 0, Made.of(1, 0, 0).at(BEN)),
                fact(complex, 500, Made.of(2, 0, 0, 0, 0, 2).at(ANA)),
                fact(
                        complex,
                        1_000,
                        Made.of(1, 0, 0, 0, 0, 1).at(ANA),
                        Made.of(2, 0, 0, 0, 0, 2).at(ANA)),
                fact(complex, 0, Made.of(1, 0, 0, 0, 0, 1).at(ANA)),
                fact(complex, 0, Made.of(2, 0, 0, 0, 0, 2).at(BEN)),
                fact(size, 500, Made.of(2, 0, 0, 0, 0, 2, 4).at(ANA)),
                fact(size, 0, Made.of(2, 0, 0, 0, 0, 1, 3).at(ANA)),
                fact(
                        size,
                        1_500,
                        Made.of(2, 0, 0, 0, 0, 0, 2).at(ANA),
                        Made.of(2, 0, 0, 0, 0, 2, 4).at(ANA)),
                fact(size, 0, Made.of(2, 0, 0, 0, 0, 2, 4).at(BEN)),
                fact(none, 50 + 2 * 500, ANA, BEN),
                fact(none, 0, ANA, BEN, Made.of(1, 0, 0).at(ANA)),
                fact(none, 0, BEN),
                fact(none, 0, FREE));
    }

    @ParameterizedTest
    @MethodSource("mixes")
    @Tag("D9")
    @Tag("D10")
    @Tag("D11")
    @Tag("D23")
    @Tag("C11")
    void a_book_that_misses_its_mix_costs_money_an_account_at_a_time(Rule rule, long expected, Object[] facts) {
        counts(rule, expected, facts);
    }
}
