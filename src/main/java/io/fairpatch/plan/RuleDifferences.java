package io.fairpatch.plan;

import io.fairpatch.model.Money;
import io.fairpatch.model.Reason;
import io.fairpatch.plan.engine.Duals;
import io.fairpatch.plan.problem.Need;
import io.fairpatch.plan.problem.Pin;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What each rule says of a move: the plan with the unit back at its current rep, less the plan, in whole cents. Room in
 * the bands is priced by the dual. Positive speaks for the move.
 */
final class RuleDifferences {
    private final Prepared prepared;
    private final Duals prices;
    private final List<Book> books;
    private final NeedWords needs;
    private final Shift shift;
    private final List<Reason> reasons = new ArrayList<>();

    RuleDifferences(Prepared prepared, Duals prices, List<Book> books, NeedWords needs, Shift shift) {
        this.prepared = prepared;
        this.prices = prices;
        this.books = books;
        this.needs = needs;
        this.shift = shift;
    }

    /** Parts other than 0, in the order of the rules. */
    List<Reason> parts() {
        Integer from = shift.fromSeat();
        if (from == null) {
            uncovered();
        } else {
            needs(from);
        }
        balance();
        workload();
        capacity();
        add(Rule.MIX, "Mix of tiers, customers and growth accounts", prices::mixRoom);
        add(Rule.LEARNING, "Who ramps gets smaller, quicker accounts than the team", prices::learningRoom);
        travel();
        fit();
        relationship();
        moves();
        return reasons;
    }

    private void add(Rule rule, String sentence, double cents) {
        long whole = Math.round(cents);
        if (whole != 0) {
            reasons.add(new Reason(rule.words(), sentence, whole));
        }
    }

    /** What the room costs that it leaves, less that of the room it takes. */
    private void add(Rule rule, String sentence, Room room) {
        Integer from = shift.fromSeat();
        double back = from == null ? 0 : room.of(unit().index(), from);
        add(rule, sentence, back - room.of(unit().index(), shift.toSeat()));
    }

    private void uncovered() {
        boolean inactive = shift.fromRep() != null;
        String sentence = (inactive ? "Its rep is not active: " : "Nobody serves it: ")
                + Money.words(unit().potential()) + " would be left lying";
        add(inactive ? Rule.INACTIVE_OWNER : Rule.OWNERLESS, sentence, Math.max(1, unit().potential()));
    }

    private void needs(int from) {
        int to = shift.toSeat();
        for (Need need : Need.values()) {
            int kept = Integer.signum(unit().broken(need, from) - unit().broken(need, to));
            if (kept != 0) {
                add(Rule.of(need), needs.reason(shift, need), kept * Math.max(1.0, unit().potential()));
            }
        }
        Pin why = unit().why();
        int pinned = Integer.signum(unit().pinBroken(why, from) - unit().pinBroken(why, to));
        add(Rule.PIN, "Its place is given: " + why.words(), pinned * Math.max(1.0, unit().potential()));
    }

    private void balance() {
        String sentence = sides(seat -> percentBefore(seat) + " of target before, " + percentAfter(seat) + " after");
        add(Rule.BALANCE, "Potential: " + sentence, prices::potentialRoom);
    }

    private void workload() {
        String sentence = sides(seat -> String.format(
                Locale.ROOT,
                "%,.0f hours before, %,.0f after",
                books.get(seat).before().workloadHours(),
                books.get(seat).after().workloadHours()));
        add(Rule.WORKLOAD, "Work: " + sentence, prices::workRoom);
    }

    private void capacity() {
        String sentence = sides(seat -> String.format(
                Locale.ROOT,
                "%d accounts before, %d after",
                books.get(seat).before().accounts(),
                books.get(seat).after().accounts()));
        add(Rule.CAPACITY, "Caps on accounts: " + sentence, prices::capRoom);
    }

    private void travel() {
        Integer from = shift.fromSeat();
        String sentence =
                sides(seat -> String.format(Locale.ROOT, "%,.0f km away", prepared.kilometres(shift.account(), seat)));
        double back = from == null ? 0 : problem().pairs().travelCents(unit().index(), from);
        String whole = unit().accounts() > 1
                ? "Travel to its family of " + unit().accounts() + ", to the account itself: "
                : "Travel: ";
        add(Rule.TRAVEL, whole + sentence, back - problem().pairs().travelCents(unit().index(), shift.toSeat()));
    }

    private void fit() {
        Integer from = shift.fromSeat();
        long back = from == null ? 0 : problem().pairs().fitCents(unit().index(), from);
        long here = problem().pairs().fitCents(unit().index(), shift.toSeat());
        add(Rule.FIT, "Fit: win rates, wishes and experience in its industry", back - here);
    }

    private void relationship() {
        Integer from = shift.fromSeat();
        long lostAfter = unit().holders().lostAt(shift.toSeat());
        long gain = (from == null ? 0 : unit().holders().lostAt(from)) - lostAfter;
        boolean joins = gain > 0;
        add(
                joins ? Rule.FAMILY : Rule.RELATIONSHIP,
                joins ? "Most of its family is there already" : "The relationship with its rep is lost",
                gain);
    }

    /** A move takes from the moves allowed, unless it takes an account to where most of its family stays. */
    private void moves() {
        Integer from = shift.fromSeat();
        boolean spares = from != null
                && problem().moved(unit().index(), shift.toSeat()) < problem().moved(unit().index(), from);
        add(
                Rule.MOVE_LIMIT,
                spares ? "Fewer of its family change their rep: it spares moves" : "Takes part of the moves allowed",
                prices::movingRoom);
    }

    private interface Room {
        double of(int unit, int seat);
    }

    private interface Side {
        String of(int seat);
    }

    private String sides(Side side) {
        Integer from = shift.fromSeat();
        String to = name(shift.toSeat()) + " " + side.of(shift.toSeat());
        return from == null ? to : name(from) + " " + side.of(from) + "; " + to;
    }

    private String percentBefore(int seat) {
        return percent(books.get(seat), books.get(seat).before());
    }

    private String percentAfter(int seat) {
        return percent(books.get(seat), books.get(seat).after());
    }

    static String percent(Book book, Book.Load load) {
        return book.targetCents() <= 0
                ? "without"
                : String.format(Locale.ROOT, "%.0f %%", 100.0 * load.potentialCents() / book.targetCents());
    }

    private String name(int seat) {
        return prepared.roster().rep(seat).name();
    }

    private Unit unit() {
        return shift.unit();
    }

    private TerritoryProblem problem() {
        return prepared.problem();
    }
}
