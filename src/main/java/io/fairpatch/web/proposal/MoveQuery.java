package io.fairpatch.web.proposal;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.ChangeKind;
import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.LineSort;
import io.fairpatch.review.PageRequest;
import io.fairpatch.web.page.QueryValues;
import io.fairpatch.web.view.MoveTable;
import io.micronaut.http.uri.UriBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is asked of the list of moves. The address says all of it, so that a link shows the same to everybody. */
record MoveQuery(
        @Nullable SalesforceId rep,
        @Nullable String rule,
        @Nullable Decision decision,
        @Nullable String text,
        @Nullable ChangeKind change,
        @Nullable Boolean deals,
        @Nullable Boolean edited,
        @Nullable SalesforceId word,
        LineSort sort,
        int offset,
        Look look) {
    static final int PAGE = 25;

    /** Reads a query string as typed or clicked; what is not understood is refused with its name. */
    static MoveQuery parse(@Nullable String query) {
        var values = new QueryValues(query);
        return new MoveQuery(
                id(values, "rep"),
                values.get("rule"),
                values.choice("decision", Decision.values()),
                values.text(),
                values.choice("change", ChangeKind.values()),
                yesNo(values, "deals"),
                yesNo(values, "edited"),
                id(values, "word"),
                sort(values.get("sort")),
                values.offset(),
                Look.parse(values));
    }

    LineFilter filter() {
        return filter(decision);
    }

    /** The same filter over what nobody decided on yet. */
    LineFilter undecided() {
        return filter(Decision.UNDECIDED);
    }

    private LineFilter filter(@Nullable Decision wanted) {
        return new LineFilter(
                rep, null, rule, LineKind.MOVE, wanted, text, null, null, change, deals, edited, null, word);
    }

    PageRequest page() {
        return new PageRequest(offset, PAGE);
    }

    MoveTable.Filter shown() {
        return new MoveTable.Filter(
                text,
                rep == null ? null : rep.value(),
                rule,
                decision == null ? null : decision.name(),
                change == null ? null : change.name(),
                yesNo(deals),
                yesNo(edited),
                word == null ? null : word.value());
    }

    /** Back on the first page, sorted by another column; the same column again turns the order. */
    MoveQuery sortedBy(LineSort.Key key, boolean descendingFirst) {
        boolean descending = sort.key() == key ? !sort.descending() : descendingFirst;
        return with(new LineSort(key, descending), 0, look);
    }

    MoveQuery from(int row) {
        return with(sort, Math.max(0, row), look);
    }

    MoveQuery looking(Look other) {
        return with(sort, offset, other);
    }

    private MoveQuery with(LineSort otherSort, int otherOffset, Look otherLook) {
        return new MoveQuery(rep, rule, decision, text, change, deals, edited, word, otherSort, otherOffset, otherLook);
    }

    /** As it stands after the question mark; empty for the plain list. */
    String asQuery() {
        var builder = UriBuilder.of("");
        add(builder, "text", text);
        add(builder, "rep", rep == null ? null : rep.value());
        add(builder, "rule", rule);
        add(builder, "decision", decision == null ? null : decision.name());
        add(builder, "change", change == null ? null : change.name());
        add(builder, "deals", yesNo(deals));
        add(builder, "edited", yesNo(edited));
        add(builder, "word", word == null ? null : word.value());
        if (!sort.equals(LineSort.WORTH_FIRST)) {
            add(
                    builder,
                    "sort",
                    (sort.descending() ? "-" : "") + sort.key().name().toLowerCase(Locale.ROOT));
        }
        add(builder, "offset", offset == 0 ? null : Integer.toString(offset));
        look.write(builder);
        String query = builder.build().getRawQuery();
        return query == null ? "" : query;
    }

    private static void add(UriBuilder builder, String name, @Nullable String value) {
        if (value != null) {
            builder.queryParam(name, value);
        }
    }

    private static @Nullable Boolean yesNo(QueryValues values, String name) {
        String value = values.get(name);
        if (value == null) {
            return null;
        }
        return switch (value) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw QueryValues.refused(name, value);
        };
    }

    private static @Nullable String yesNo(@Nullable Boolean value) {
        if (value == null) {
            return null;
        }
        return value ? "yes" : "no";
    }

    private static LineSort sort(@Nullable String value) {
        if (value == null) {
            return LineSort.WORTH_FIRST;
        }
        boolean descending = value.startsWith("-");
        String key = descending ? value.substring(1) : value;
        return new LineSort(QueryValues.choice("sort", key, LineSort.Key.values()), descending);
    }

    private static @Nullable SalesforceId id(QueryValues values, String name) {
        String value = values.get(name);
        return value == null ? null : SalesforceId.parse(value).orElseThrow(() -> QueryValues.refused(name, value));
    }
}
