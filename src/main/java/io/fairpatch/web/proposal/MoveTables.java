package io.fairpatch.web.proposal;

import io.fairpatch.review.BookView;
import io.fairpatch.review.LineSort;
import io.fairpatch.review.LineSort.Key;
import io.fairpatch.review.ProposalLine;
import io.fairpatch.review.ProposalPage;
import io.fairpatch.review.ProposalQueries.RuleCount;
import io.fairpatch.web.view.MoveRow;
import io.fairpatch.web.view.MoveTable;
import io.fairpatch.web.view.MoveTable.Choice;
import io.fairpatch.web.view.MoveTable.Column;
import io.fairpatch.web.view.Paging;
import io.fairpatch.web.view.Show;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of moves as the page shows it. */
final class MoveTables {
    private final String path;
    private final MoveQuery query;

    MoveTables(String path, MoveQuery query) {
        this.path = path;
        this.query = query;
    }

    MoveTable table(
            ProposalPage page,
            List<BookView> books,
            List<RuleCount> rules,
            long undecidedThatMatch,
            boolean mayDecide) {
        return new MoveTable(
                path,
                query.asQuery(),
                query.shown(),
                reps(books),
                rules.stream()
                        .map(rule -> new Choice(rule.rule(), rule.rule() + " (" + Show.count(rule.moves()) + ")"))
                        .toList(),
                columns(),
                page.lines().stream().map(MoveTables::row).toList(),
                paging(page),
                undecidedThatMatch,
                mayDecide);
    }

    static MoveRow row(ProposalLine line) {
        return new MoveRow(
                line.account().value(),
                line.accountName(),
                line.fromName(),
                line.toName(),
                line.headline(),
                line.mainRule(),
                line.potentialCents(),
                MoveRow.Decision.valueOf(line.decision().name()),
                line.decidedBy(),
                line.declineReason());
    }

    private static List<Choice> reps(List<BookView> books) {
        return books.stream()
                .sorted(Comparator.comparing(BookView::repName))
                .map(book -> new Choice(book.book().rep().value(), book.repName()))
                .toList();
    }

    private List<Column> columns() {
        return List.of(
                column("Account and why", Key.ACCOUNT, false),
                column("From", Key.FROM, false),
                column("To", Key.TO, false),
                column("Reason", Key.RULE, false),
                column("Potential", Key.POTENTIAL, true),
                column("Decision", Key.DECISION, false));
    }

    private Column column(String label, Key key, boolean figure) {
        return new Column(label, address(query.sortedBy(key, figure)), sorted(query.sort(), key), figure);
    }

    private static String sorted(LineSort sort, Key key) {
        if (sort.key() != key) {
            return "none";
        }
        return sort.descending() ? "descending" : "ascending";
    }

    private Paging paging(ProposalPage page) {
        int first = query.offset();
        int last = first + page.lines().size();
        return new Paging(
                first + 1L,
                last,
                page.total(),
                first > 0 ? address(query.from(first - MoveQuery.PAGE)) : null,
                last < page.total() ? address(query.from(last)) : null);
    }

    private String address(MoveQuery other) {
        return address(path, other);
    }

    /** The page with this query. */
    static String address(String path, @Nullable MoveQuery query) {
        String text = query == null ? "" : query.asQuery();
        return text.isEmpty() ? path : path + "?" + text;
    }
}
