package io.fairpatch.web.account;

import io.fairpatch.insight.AccountPage;
import io.fairpatch.insight.AccountRow;
import io.fairpatch.insight.AccountSort;
import io.fairpatch.insight.AccountSort.Key;
import io.fairpatch.insight.ScoreScale;
import io.fairpatch.web.view.AccountTable;
import io.fairpatch.web.view.AccountTable.Scale;
import io.fairpatch.web.view.MoveTable.Column;
import io.fairpatch.web.view.Paging;
import io.fairpatch.web.view.Show;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ranked list as the page shows it. */
final class AccountTables {
    private final AccountQuery query;
    private final boolean mayExport;

    AccountTables(AccountQuery query, boolean mayExport) {
        this.query = query;
        this.mayExport = mayExport;
    }

    AccountTable table(AccountPage page) {
        return new AccountTable(
                AccountQuery.PATH,
                query.asQuery(),
                query.shown(),
                List.of(
                        scale("0 to 100", ScoreScale.POINTS),
                        scale("1 to 10", ScoreScale.TEN),
                        scale("A, B, C", ScoreScale.GRADE)),
                List.of(
                        column("Account and why", Key.NAME, false),
                        plain("Territory or owner"),
                        plain("Kind"),
                        column("Score", Key.SCORE, true),
                        plain("Tier"),
                        column("Potential a year", Key.POTENTIAL, true)),
                page.rows().stream().map(this::line).toList(),
                leftOut(page),
                paging(page),
                mayExport);
    }

    private AccountTable.Line line(AccountRow row) {
        String queryText = query.asQuery();
        return new AccountTable.Line(
                AccountQuery.PATH + "/" + row.id() + (queryText.isEmpty() ? "" : "?" + queryText),
                row.name(),
                row.mainReason(),
                holder(row),
                holderNote(row),
                Words.kind(row.customer()),
                Words.score(query.scale(), row.score(), row.grade()),
                Words.scoreOnEveryScale(row.score(), row.grade()),
                Words.tier(row.tier()),
                row.potentialCents());
    }

    private static String holder(AccountRow row) {
        String territory = row.territory();
        if (territory != null) {
            return territory;
        }
        return row.owner() == null ? "nobody" : row.owner();
    }

    private static @Nullable String holderNote(AccountRow row) {
        if (row.territory() != null) {
            return row.rep() == null ? "no rep" : row.rep();
        }
        return row.owner() == null ? null : "owner, no territory";
    }

    /** Says what the list leaves out, so that nobody takes it for the whole. */
    private @Nullable String leftOut(AccountPage page) {
        return switch (query.filter().kind()) {
            case ALL -> null;
            case CUSTOMERS -> null;
            case NEW_BUSINESS ->
                "Left out: " + Show.count(page.customersLeftOut(), "customer", "customers") + " and "
                        + Show.count(page.lostLeftOut(), "prospect", "prospects")
                        + " lost to us: a deal was lost and none is open.";
        };
    }

    private Scale scale(String label, ScoreScale scale) {
        return new Scale(label, scale == query.scale() ? null : query.on(scale).address());
    }

    private Column column(String label, Key key, boolean figure) {
        return new Column(label, query.sortedBy(key, figure).address(), sorted(query.sort(), key), figure);
    }

    private static Column plain(String label) {
        return new Column(label, null, "none", false);
    }

    private static String sorted(AccountSort sort, Key key) {
        if (sort.key() != key) {
            return "none";
        }
        return sort.descending() ? "descending" : "ascending";
    }

    private Paging paging(AccountPage page) {
        int first = query.offset();
        int last = first + page.rows().size();
        return new Paging(
                first + 1L,
                last,
                page.total(),
                first > 0 ? query.from(first - AccountQuery.PAGE).address() : null,
                last < page.total() ? query.from(last).address() : null);
    }
}
