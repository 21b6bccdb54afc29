package io.fairpatch.web.proposal;

import io.fairpatch.review.BookView;
import io.fairpatch.review.LineSort;
import io.fairpatch.review.LineSort.Key;
import io.fairpatch.review.ProposalPage;
import io.fairpatch.review.ProposalQueries.RuleCount;
import io.fairpatch.review.SavedViews.SavedView;
import io.fairpatch.web.view.Measure;
import io.fairpatch.web.view.MoveColumn;
import io.fairpatch.web.view.MoveTable;
import io.fairpatch.web.view.MoveTable.Choice;
import io.fairpatch.web.view.MoveTable.Column;
import io.fairpatch.web.view.Paging;
import io.fairpatch.web.view.Show;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The list of moves as the page shows it. */
final class MoveTables {
    private final String path;
    private final MoveQuery query;

    MoveTables(String path, MoveQuery query) {
        this.path = path;
        this.query = query;
    }

    /** What the person may do with the list. */
    record May(boolean decide, boolean pin, boolean ownTeamOnly) {}

    MoveTable table(
            ProposalPage page,
            List<BookView> books,
            List<RuleCount> rules,
            long undecidedThatMatch,
            May may,
            List<SavedView> views) {
        return new MoveTable(
                path,
                query.asQuery(),
                query.shown(),
                reps(books),
                rules.stream()
                        .map(rule -> new Choice(rule.rule(), rule.rule() + " (" + Show.count(rule.moves()) + ")"))
                        .toList(),
                managers(books),
                columns(),
                Arrays.stream(MoveColumn.values())
                        .map(column -> new MoveTable.Shown(
                                column, query.look().columns().contains(column)))
                        .toList(),
                page.lines().stream()
                        .map(line -> MoveRows.row(line, query.look().columns()))
                        .toList(),
                paging(page),
                undecidedThatMatch,
                may.decide(),
                may.pin(),
                may.ownTeamOnly(),
                views.stream()
                        .map(view -> new Choice(path + "?" + view.query(), view.name()))
                        .toList(),
                keep());
    }

    static List<Choice> reps(List<BookView> books) {
        return books.stream()
                .sorted(Comparator.comparing(BookView::repName))
                .map(book -> new Choice(book.book().rep().value(), book.repName()))
                .toList();
    }

    private static List<Choice> managers(List<BookView> books) {
        var names = new TreeMap<String, String>();
        for (BookView book : books) {
            if (book.managerId() != null && book.managerName() != null) {
                names.put(book.managerName(), book.managerId());
            }
        }
        return names.entrySet().stream()
                .map(manager -> new Choice(manager.getValue(), manager.getKey()))
                .toList();
    }

    private List<Choice> keep() {
        var keep = new ArrayList<Choice>();
        if (query.look().measure() != Measure.POTENTIAL) {
            keep.add(new Choice("measure", query.look().measure().key()));
        }
        if (query.look().teams()) {
            keep.add(new Choice("by", "team"));
        }
        if (query.look().allBooks()) {
            keep.add(new Choice("books", "all"));
        }
        return keep;
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        columns.add(column("Account and why", Key.ACCOUNT, false));
        for (MoveColumn column : query.look().columns()) {
            Key key = key(column);
            columns.add(
                    key == null
                            ? new Column(column.label(), null, "none", column.figure())
                            : column(column.label(), key, column.figure()));
        }
        columns.add(column("Decision", Key.DECISION, false));
        return columns;
    }

    private static @Nullable Key key(MoveColumn column) {
        return switch (column) {
            case FROM -> Key.FROM;
            case TO -> Key.TO;
            case RULE -> Key.RULE;
            case POTENTIAL -> Key.POTENTIAL;
            case DEALS -> Key.DEALS;
            case CHANGE -> Key.CHANGE;
            case WORTH -> Key.WORTH;
            case SCORE -> Key.SCORE;
            case TERRITORY -> Key.TERRITORY;
            case TIER -> null;
        };
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
