package io.fairpatch.plan.rules;

import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sum;
import static org.optaplanner.core.api.score.stream.ConstraintCollectors.sumLong;
import static org.optaplanner.core.api.score.stream.Joiners.equal;

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
            pinned(rules),
            language(rules),
            compliance(rules),
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
            relationships(rules)
        };
    }

    Constraint pinned(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .filter(p -> p.unit().pinBroken(p.seat().index()) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, p -> p.unit()
                        .pinBroken(p.seat().index()))
                .asConstraint("A named account stays with its rep");
    }

    Constraint language(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .filter(p -> p.unit().languageBroken(p.seat().index()) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, p -> p.unit()
                        .languageBroken(p.seat().index()))
                .asConstraint("A rep speaks the account's language");
    }

    Constraint compliance(ConstraintFactory rules) {
        return rules.forEach(Placement.class)
                .filter(p -> p.unit().complianceBroken(p.seat().index()) > 0)
                .penalizeLong(HardMediumSoftLongScore.ONE_HARD, p -> p.unit()
                        .complianceBroken(p.seat().index()))
                .asConstraint("A rep is cleared for the account");
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
                        sum(p -> p.unit().tier(1)),
                        sum(p -> p.unit().tier(2)),
                        sum(p -> p.unit().tier(3)))
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
}
