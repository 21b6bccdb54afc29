package io.fairpatch.review;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a line that came back asks to change: against what was taken out, and against what holds now. */
final class RowCompare {
    private final String proposal;
    private final Map<SalesforceId, ProposalLine> moves;
    private final List<BookView> books;

    RowCompare(String proposal, Map<SalesforceId, ProposalLine> moves, List<BookView> books) {
        this.proposal = proposal;
        this.moves = moves;
        this.books = books;
    }

    /**
     * What is asked for.
     *
     * @param name of the account
     * @param to another target, null when it stays
     * @param decision another decision, null when it stays
     */
    record Change(String name, @Nullable SalesforceId to, @Nullable Decision decision) {}

    /**
     * A target and a decision are asked for only where they differ from what was taken out.
     *
     * @throws FairpatchException when the proposal has no such move, or someone changed it since it was taken out
     */
    Change of(RoundTrip.Row row) {
        ProposalLine line = line(row);
        SalesforceId to = target(row, line);
        if (to != null && row.toThen() != null && !row.toThen().equals(line.to())) {
            throw meanwhile(line, "it goes to " + line.toName() + " now");
        }
        Decision decision = decides(row) ? row.decision() : null;
        if (decision != null && row.decisionThen() != null && row.decisionThen() != line.decision()) {
            throw meanwhile(
                    line, Objects.requireNonNullElse(line.decidedBy(), "someone") + " made it " + line.decision());
        }
        return new Change(line.accountName(), to, decision);
    }

    /** Whether the line asks for another decision than it was taken out with and than holds. */
    boolean decides(RoundTrip.Row row) {
        Decision now = line(row).decision();
        Decision then = row.decisionThen() == null ? now : row.decisionThen();
        return row.decision() != null && row.decision() != then && row.decision() != now;
    }

    String name(RoundTrip.Row row) {
        return line(row).accountName();
    }

    private ProposalLine line(RoundTrip.Row row) {
        ProposalLine line = moves.get(row.account());
        if (line == null) {
            throw Problem.of(
                            ErrorCode.PROPOSAL_NOT_FOUND,
                            "Proposal " + proposal + " does not touch account " + row.account())
                    .maybe("take the line out of the sheet, or move the account on the page of the proposal")
                    .exception();
        }
        return line;
    }

    private @Nullable SalesforceId target(RoundTrip.Row row, ProposalLine line) {
        SalesforceId then = row.toThen() == null ? line.to() : row.toThen();
        SalesforceId wanted = row.to() != null && !row.to().equals(then) ? row.to() : named(row, then);
        return wanted == null || wanted.equals(then) || wanted.equals(line.to()) ? null : wanted;
    }

    /** The rep of a name that was changed; null when it is still that of the target taken out. */
    private @Nullable SalesforceId named(RoundTrip.Row row, SalesforceId then) {
        String name = row.toName();
        if (name == null
                || books.stream()
                        .anyMatch(view -> is(view, then) && view.repName().equals(name))) {
            return null;
        }
        List<SalesforceId> found = books.stream()
                .filter(view -> view.repName().equalsIgnoreCase(name))
                .map(view -> view.book().rep())
                .toList();
        if (found.size() != 1) {
            throw Problem.of(
                            ErrorCode.REQUEST_INVALID,
                            (found.isEmpty() ? "No rep" : "More than one rep") + " of the proposal is called " + name)
                    .maybe("write the rep's id into the column To Id")
                    .exception();
        }
        return found.get(0);
    }

    private static boolean is(BookView view, SalesforceId rep) {
        return view.book().rep().equals(rep);
    }

    private static FairpatchException meanwhile(ProposalLine line, String what) {
        return Problem.of(ErrorCode.PROPOSAL_STALE, line.accountName() + " was changed since the export")
                .because(what)
                .maybe("export again")
                .exception();
    }
}
