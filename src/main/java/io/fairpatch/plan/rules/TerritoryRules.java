package io.fairpatch.plan.rules;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sum;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sumLong;
import static org.optaplanner.core.api.score.stream.Joiners.equal;

import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Need;
import io.fairpatch.plan.problem.Pin;
import io.fairpatch.plan.problem.Seat;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.stream.Constraint;
import org.optaplanner.core.api.score.stream.ConstraintFactory;
import org.optaplanner.core.api.score.stream.ConstraintProvider;

/**
 * Every rule of a plan, one method each. Hard rules count accounts, bands count hundredths of a percent of the target,
 * costs count cents a year. Families need no rule: they are one unit.
 */
public class TerritoryRules implements ConstraintProvider {
    @Override
    public Constraint[] defineConstraints(ConstraintFactory rules) {
        return new Constraint[] {
            named(rules),
            held(rules),
            protectedBook(rules),
            outOfScope(rules),
            chosen(rules),
            language(rules),
            compliance(rules),
            timeZone(rules),
            team(rules),
            forbidden(rules),
            accountCap(rules),
            tierCaps(rules),
            moveBudget(rules),
            potentialAbove(rules),
            potentialBelow(rules),
            potentialNone(rules),
            workAbove(rules),
            workBelow(rules),
            workNone(rules),
            travel(rules),
            fit(rules),
            relationships(rules),
            tierOneShare(rules),
            eachTier(rules),
            customerMix(rules),
            growthSpread(rules),
            learningRoom(rules),
            learningComplexity(rules),
            learningSize(rules),
            mixNone(rules)
        };
    }

    Constraint named(ConstraintFactory rules) {
        return pinned(rules, Pin.NAMED, "A named account stays with its rep");
    }

    Constraint held(ConstraintFactory rules) {
        return pinned(rules, Pin.HELD, "An account with a deal about to close stays with its rep");
    }

    Constraint protectedBook(ConstraintFactory rules) {
        return pinned(rules, Pin.PROTECTED, "A protected book stays as it is");
    }

    Constraint outOfScope(ConstraintFactory rules) {
        return pinned(rules, Pin.OUT_OF_SCOPE, "An account that is not up for planning stays");
    }

    Constraint chosen(ConstraintFactory rules) {
        return pinned(rules, Pin.CHOSEN, "An account goes where a person put it");
    }

    private static Constraint pinned(ConstraintFactory rules, Pin kind, String name) {
        return rules.forEach(Placement.class)
                .filter(p -> p.unit().pinBroken(kind, p.seat().index()) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, p -> p.unit()
                        .pinBroken(kind, p.seat().index()))
                .asConstraint(name);
    }

    Constraint language(ConstraintFactory rules) {
        return met(rules, Need.LANGUAGE, "A rep speaks the account's language");
    }

    Constraint compliance(ConstraintFactory rules) {
        return met(rules, Need.COMPLIANCE, "A rep is cleared for the account");
    }

    Constraint timeZone(ConstraintFactory rules) {
        return met(rules, Need.TIME_ZONE, "A rep is near enough to the account's time of day");
    }

    Constraint team(ConstraintFactory rules) {
        return met(rules, Need.TEAM, "A team without target takes only its plays");
    }

    Constraint forbidden(ConstraintFactory rules) {
        return met(rules, Need.FORBIDDEN, "An account does not go where a person forbade it");
    }

    private static Constraint met(ConstraintFactory rules, Need need, String name) {
        return rules.forEach(Placement.class)
                .filter(p -> p.unit().broken(need, p.seat().index()) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, p -> p.unit()
                        .broken(need, p.seat().index()))
                .asConstraint(name);
    }

    Constraint accountCap(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .groupBy(Placement::seat, sum(p -> p.unit().accounts()))
                .filter((seat, accounts) -> seat.caps().over(accounts) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (seat, accounts) -> seat.caps()
                        .over(accounts))
                .asConstraint("A rep has no more accounts than the cap");
    }

    Constraint tierCaps(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .filter(p -> p.seat().caps().hasTierCaps())
                .groupBy(
                        Placement::seat,
                        sum(p -> p.unit().count(Count.TIER_1)),
                        sum(p -> p.unit().count(Count.TIER_2)),
                        sum(p -> p.unit().count(Count.TIER_3)))
                .filter((seat, one, two, three) -> seat.caps().overTiers(one, two, three) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (seat, one, two, three) -> seat.caps()
                        .overTiers(one, two, three))
                .asConstraint("A rep has no more accounts of a tier than its cap");
    }

    Constraint moveBudget(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .filter(p -> p.moved() > 0)
                .groupBy(sum(Placement::moved))
                .join(MoveBudget.class)
                .filter((moved, budget) -> moved > budget.accounts())
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, (moved, budget) -> moved - budget.accounts())
                .asConstraint("No more accounts move than allowed");
    }

    Constraint potentialAbove(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .groupBy(Placement::seat, sumLong(Placement::potential))
                .filter((seat, load) -> seat.potential().above(load) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, (seat, load) -> seat.potential()
                        .above(load))
                .asConstraint("A book's potential is not above its band");
    }

    Constraint potentialBelow(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .groupBy(Placement::seat, sumLong(Placement::potential))
                .filter((seat, load) -> seat.potential().below(load) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, (seat, load) -> seat.potential()
                        .below(load))
                .asConstraint("A book's potential is not below its band");
    }

    Constraint potentialNone(ConstraintFactory rules) {
        return rules.forEach(Seat.class)
                .filter(seat -> seat.potential().below(0) > 0)
                .ifNotExists(Placement.class, equal(seat -> seat, Placement::seat))
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, seat -> seat.potential()
                        .below(0))
                .asConstraint("A rep with a target of potential has accounts");
    }

    Constraint workAbove(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .groupBy(Placement::seat, sumLong(Placement::minutes))
                .filter((seat, load) -> seat.minutes().above(load) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, (seat, load) -> seat.minutes()
                        .above(load))
                .asConstraint("A book's work is not above its band");
    }

    Constraint workBelow(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .groupBy(Placement::seat, sumLong(Placement::minutes))
                .filter((seat, load) -> seat.minutes().below(load) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, (seat, load) -> seat.minutes()
                        .below(load))
                .asConstraint("A book's work is not below its band");
    }

    Constraint workNone(ConstraintFactory rules) {
        return rules.forEach(Seat.class)
                .filter(seat -> seat.minutes().below(0) > 0)
                .ifNotExists(Placement.class, equal(seat -> seat, Placement::seat))
                .penalizeLong(HardMediumSoftLongScore.ONE_MEDIUM, seat -> seat.minutes()
                        .below(0))
                .asConstraint("A rep with a target of work has accounts");
    }

    Constraint travel(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .filter(p -> p.travelCents() > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, Placement::travelCents)
                .asConstraint("Reps travel little");
    }

    Constraint relationships(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .filter(p -> p.lostRelationshipCents() > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, Placement::lostRelationshipCents)
                .asConstraint("Relationships are kept");
    }

    Constraint fit(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .filter(p -> p.fitCents() > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, Placement::fitCents)
                .asConstraint("A rep's strengths fit the account");
    }

    Constraint tierOneShare(ConstraintFactory rules) {
        return mix(rules, Count.TIER_1, "A book has its share of tier 1 accounts");
    }

    Constraint eachTier(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .filter(p ->
                        !p.seat().mix().isOpen(Count.TIER_2) || !p.seat().mix().isOpen(Count.TIER_3))
                .groupBy(Placement::seat, sum(p -> p.unit().count(Count.TIER_2)), sum(p -> p.unit()
                        .count(Count.TIER_3)))
                .map((seat, two, three) ->
                        seat.mix().cost(Count.TIER_2, two) + seat.mix().cost(Count.TIER_3, three))
                .filter(cents -> cents > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, cents -> cents)
                .asConstraint("A book has an account of each tier");
    }

    Constraint customerMix(ConstraintFactory rules) {
        return mix(rules, Count.CUSTOMERS, "A book has its share of customers");
    }

    Constraint growthSpread(ConstraintFactory rules) {
        return mix(rules, Count.GROWTH, "A book has its share of growth accounts");
    }

    Constraint learningRoom(ConstraintFactory rules) {
        return mix(rules, Count.ACCOUNTS, "Who ramps has as many accounts as there is room for");
    }

    Constraint learningComplexity(ConstraintFactory rules) {
        return mix(rules, Count.COMPLEX, "Who ramps has no more complex accounts than the team");
    }

    Constraint learningSize(ConstraintFactory rules) {
        return mix(rules, Count.SIZE, "Who ramps has no larger accounts than the team");
    }

    private static Constraint mix(ConstraintFactory rules, Count count, String name) {
        return rules.forEach(Placement.class)
                .filter(p -> !p.seat().mix().isOpen(count))
                .groupBy(Placement::seat, sum(p -> p.unit().count(count)))
                .filter((seat, held) -> seat.mix().cost(count, held) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_SOFT, (seat, held) -> seat.mix()
                        .cost(count, held))
                .asConstraint(name);
    }

    Constraint mixNone(ConstraintFactory rules) {
        return rules.forEach(Seat.class)
                .filter(seat -> seat.mix().costWhenEmpty() > 0)
                .ifNotExists(Placement.class, equal(seat -> seat, Placement::seat))
                .penalizeLong(
                        HardMediumSoftLongScore.ONE_SOFT, seat -> seat.mix().costWhenEmpty())
                .asConstraint("A rep whose book should have accounts of a kind has some");
    }
}
