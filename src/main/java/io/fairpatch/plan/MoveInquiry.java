package io.fairpatch.plan;

import io.fairpatch.model.Money;
import io.fairpatch.model.Reason;
import io.fairpatch.plan.engine.Candidates;
import io.fairpatch.plan.engine.Duals;
import io.fairpatch.plan.problem.Need;
import io.fairpatch.plan.problem.Pin;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Answers what a person asks next about a move. Not thread-safe. */
final class MoveInquiry {
    private final Prepared prepared;
    private final Duals duals;
    private final Candidates core;
    private final Standing standing;

    MoveInquiry(Prepared prepared, Duals duals, Candidates core, int[] assignment) {
        this.prepared = prepared;
        this.duals = duals;
        this.core = core;
        this.standing = new Standing(prepared.problem(), assignment);
    }

    /** @param inReturn accounts that come to the giver, the worthiest first */
    MoveWhy answer(Shift shift, List<Reason> reasons, double worth, List<Shift> inReturn) {
        Integer from = shift.fromSeat();
        return new MoveWhy(
                runnerUp(shift),
                ruledOut(shift.unit()),
                staysIf(shift, reasons, worth),
                from == null ? null : effect(shift, from, -1),
                effect(shift, shift.toSeat(), 1),
                inReturn.stream().limit(3).map(other -> other.account().id()).toList());
    }

    private MoveWhy.@Nullable RunnerUp runnerUp(Shift shift) {
        int unit = shift.unit().index();
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int seat : core.of(unit)) {
            double reduced = duals.reducedCost(unit, seat);
            if (seat != shift.toSeat() && reduced < least) {
                least = reduced;
                best = seat;
            }
        }
        if (best < 0) {
            return null;
        }
        long lost = Math.max(0, Math.round(least - duals.reducedCost(unit, shift.toSeat())));
        var rep = prepared.roster().rep(best);
        return new MoveWhy.RunnerUp(rep.id(), rep.name(), lost, loudest(unit, shift.toSeat(), best));
    }

    private String loudest(int unit, int winner, int loser) {
        Rule loudest = Rule.BALANCE;
        double most = 0;
        for (Rule rule : List.of(
                Rule.BALANCE,
                Rule.WORKLOAD,
                Rule.CAPACITY,
                Rule.MIX,
                Rule.LEARNING,
                Rule.TRAVEL,
                Rule.FIT,
                Rule.RELATIONSHIP,
                Rule.MOVE_LIMIT)) {
            double against = part(rule, unit, loser) - part(rule, unit, winner);
            if (against > most) {
                most = against;
                loudest = rule;
            }
        }
        return loudest.words();
    }

    private double part(Rule rule, int unit, int seat) {
        var problem = prepared.problem();
        return switch (rule) {
            case WORKLOAD -> duals.workRoom(unit, seat);
            case CAPACITY -> duals.capRoom(unit, seat);
            case MIX -> duals.mixRoom(unit, seat);
            case LEARNING -> duals.learningRoom(unit, seat);
            case TRAVEL -> problem.pairs().travelCents(unit, seat);
            case FIT -> problem.pairs().fitCents(unit, seat);
            case RELATIONSHIP -> problem.units().get(unit).holders().lostAt(seat);
            case MOVE_LIMIT -> duals.movingRoom(unit, seat);
            default -> duals.potentialRoom(unit, seat);
        };
    }

    private List<MoveWhy.RuledOut> ruledOut(Unit unit) {
        var ruledOut = new ArrayList<MoveWhy.RuledOut>();
        int seats = prepared.roster().size();
        if (unit.pin() != Unit.FREE) {
            ruledOut.add(new MoveWhy.RuledOut(unit.why().words(), seats - 1));
        }
        for (Need need : Need.values()) {
            int reps = 0;
            for (int seat = 0; seat < seats; seat++) {
                reps += unit.broken(need, seat) > 0 ? 1 : 0;
            }
            if (reps > 0) {
                ruledOut.add(new MoveWhy.RuledOut(need.words(), reps));
            }
        }
        return ruledOut;
    }

    private String staysIf(Shift shift, List<Reason> reasons, double worth) {
        Integer from = shift.fromSeat();
        if (from == null) {
            return "It has no active rep to stay with.";
        }
        String name = prepared.roster().rep(from).name();
        for (Need need : Need.values()) {
            if (shift.unit().broken(need, from) > shift.unit().broken(need, shift.toSeat())) {
                return "Stays if " + name + " meets the rule on " + need.words() + ".";
            }
        }
        if (shift.unit().why() != Pin.NONE) {
            return "Stays if its pin is released: " + shift.unit().why().words() + ".";
        }
        return worth > 0 ? priced(shift, from, reasons, worth) : "Stays if what it makes room for does not come.";
    }

    /** How dear the relationship would have to be, or what staying would have to bring. */
    private String priced(Shift shift, int from, List<Reason> reasons, double worth) {
        String name = prepared.roster().rep(from).name();
        var goals = prepared.input().planning().goals();
        double kept = -reasons.stream()
                .filter(reason -> reason.rule().equals(Rule.RELATIONSHIP.words()))
                .mapToDouble(Reason::points)
                .sum();
        var holders = shift.unit().holders();
        // what handing over costs stays as it is, however much relationships weigh
        double weighed = kept - (double) goals.moveCents() * (holders.heldBy(from) - holders.heldBy(shift.toSeat()));
        double weight = goals.relationship();
        // a cent or two is what rounding leaves
        if (weight > 0 && weighed > 2) {
            return String.format(
                    Locale.ROOT,
                    "Stays with %s if relationships weighed %.0f %% of potential or more instead of %.0f %%.",
                    name,
                    Math.ceil(100 * weight * (1 + worth / weighed)),
                    100 * weight);
        }
        return "Stays if being with " + name + " were worth " + Money.words(worth) + " a year more.";
    }

    private MoveWhy.Effect effect(Shift shift, int seat, int sign) {
        int unit = shift.unit().index();
        long potential = standing.potential(seat);
        long minutes = standing.minutes(seat);
        long load = shift.unit().potential();
        long work = prepared.problem().pairs().minutes(unit, seat);
        boolean gets = sign > 0;
        return new MoveWhy.Effect(
                prepared.roster().rep(seat).id(),
                gets ? potential - load : potential + load,
                potential,
                Math.round(prepared.targets()[seat]),
                gets ? minutes - work : minutes + work,
                minutes);
    }
}
