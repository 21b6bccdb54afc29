package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.Reason;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.engine.Duals;
import io.fairpatch.plan.engine.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every move with its reasons, in descending worth. */
final class MoveReasons {
    private final Prepared prepared;
    private final Duals prices;
    private final MoveInquiry inquiry;
    private final int[] assignment;
    private final List<Book> books;
    private final NeedWords needs;

    private record Draft(Shift shift, List<Reason> reasons, double worth) {
        /** The rule that speaks loudest for the move, balance when none does. */
        Rule main() {
            Rule loudest = reasons.stream()
                    .filter(reason -> reason.points() > 0)
                    .max(Comparator.comparingDouble(Reason::points))
                    .map(reason -> rule(reason.rule()))
                    .orElse(Rule.BALANCE);
            // moves are only spared where most of a family stays
            return loudest == Rule.MOVE_LIMIT ? Rule.FAMILY : loudest;
        }

        private static Rule rule(String words) {
            return Arrays.stream(Rule.values())
                    .filter(rule -> rule.words().equals(words))
                    .findFirst()
                    .orElse(Rule.BALANCE);
        }
    }

    MoveReasons(Prepared prepared, Outcome outcome, int[] assignment, List<Book> books) {
        this.inquiry = new MoveInquiry(prepared, outcome.duals(), outcome.core(), assignment);
        this.prepared = prepared;
        this.prices = outcome.duals();
        this.assignment = assignment;
        this.books = books;
        this.needs = new NeedWords(prepared);
    }

    List<PlannedMove> moves() {
        List<Draft> drafts = drafts();
        var into = new HashMap<Integer, List<Draft>>();
        drafts.forEach(draft -> into.computeIfAbsent(draft.shift().toSeat(), key -> new ArrayList<>())
                .add(draft));
        var headlines = new Headlines(prepared, books);
        return drafts.stream().map(draft -> move(draft, into, headlines)).toList();
    }

    private List<Draft> drafts() {
        var drafts = new ArrayList<Draft>();
        for (int unit = 0; unit < assignment.length; unit++) {
            for (Account account : prepared.members().get(unit)) {
                SalesforceId from = prepared.currentRep(account);
                Integer fromSeat = prepared.roster().seat(from);
                if (fromSeat == null || fromSeat != assignment[unit]) {
                    var whole = prepared.problem().units().get(unit);
                    drafts.add(draft(new Shift(account, whole, from, fromSeat, assignment[unit])));
                }
            }
        }
        drafts.sort(Comparator.comparingDouble(Draft::worth)
                .reversed()
                .thenComparing(draft -> draft.shift().account().id()));
        return drafts;
    }

    private Draft draft(Shift shift) {
        List<Reason> reasons = new RuleDifferences(prepared, prices, books, needs, shift).parts();
        return new Draft(
                shift, reasons, reasons.stream().mapToDouble(Reason::points).sum());
    }

    private PlannedMove move(Draft draft, Map<Integer, List<Draft>> into, Headlines headlines) {
        Shift shift = draft.shift();
        Rule main = main(draft);
        String headline = headlines.forOps(shift, main) + (draft.worth() < 0 ? makesRoom(shift, into) : "");
        return new PlannedMove(
                shift.account().id(),
                shift.fromRep(),
                prepared.roster().rep(shift.toSeat()).id(),
                headline,
                headlines.forCrm(shift, main),
                draft.reasons(),
                draft.worth(),
                main.words(),
                inquiry.answer(shift, draft.reasons(), draft.worth(), inReturn(shift, into)));
    }

    /** Whoever joins its family at a fuller book does not come for the sake of balance. */
    private Rule main(Draft draft) {
        Shift shift = draft.shift();
        Integer from = shift.fromSeat();
        boolean joins = shift.unit().holders().heldBy(shift.toSeat()) > 0;
        boolean uphill = from != null && share(from) <= share(shift.toSeat());
        Rule main = draft.main();
        return main == Rule.BALANCE && joins && uphill ? Rule.FAMILY : main;
    }

    /** Of its target, that a book had before; 0 without one. */
    private double share(int seat) {
        Book book = books.get(seat);
        return book.targetCents() <= 0 ? 0 : (double) book.before().potentialCents() / book.targetCents();
    }

    private static List<Shift> inReturn(Shift shift, Map<Integer, List<Draft>> into) {
        Integer from = shift.fromSeat();
        List<Draft> arrivals = from == null ? List.of() : into.getOrDefault(from, List.of());
        return arrivals.stream().limit(3).map(Draft::shift).toList();
    }

    /** Whom the seat that gives the account up gets instead. */
    private String makesRoom(Shift shift, Map<Integer, List<Draft>> into) {
        Integer from = shift.fromSeat();
        List<Draft> arrivals = from == null ? List.of() : into.getOrDefault(from, List.of());
        if (from == null || arrivals.isEmpty()) {
            return " Alone it would not pay; it completes the balance of the whole.";
        }
        String names = arrivals.stream()
                .limit(2)
                .map(draft -> draft.shift().account().name())
                .reduce((one, other) -> one + " and " + other)
                .orElse("");
        return " Makes room with " + prepared.roster().rep(from).name() + " for " + names + ".";
    }
}
