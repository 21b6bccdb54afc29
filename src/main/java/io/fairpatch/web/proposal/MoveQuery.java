package io.fairpatch.web.proposal;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.LineKind;
import io.fairpatch.review.LineSort;
import io.fairpatch.review.PageRequest;
import io.fairpatch.web.view.MoveTable;
import io.micronaut.http.uri.UriBuilder;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is asked of the list of moves. The address says all of it, so that a link shows the same to everybody. */
record MoveQuery(
        @Nullable SalesforceId rep,
        @Nullable String rule,
        @Nullable Decision decision,
        @Nullable String text,
        LineSort sort,
        int offset) {
    static final int PAGE = 25;
    private static final int LONGEST_TEXT = 100;

    /** Reads a query string as typed or clicked; what is not understood is refused with its name. */
    static MoveQuery parse(@Nullable String query) {
        var values = new Values(new QueryStringDecoder(query == null ? "" : query, false).parameters());
        String rep = values.get("rep");
        String decision = values.get("decision");
        String text = values.get("text");
        if (text != null && text.length() > LONGEST_TEXT) {
            throw refused("text", text.substring(0, LONGEST_TEXT) + "...");
        }
        return new MoveQuery(
                rep == null ? null : id(rep),
                values.get("rule"),
                decision == null ? null : choice("decision", decision, Decision.values()),
                text,
                sort(values.get("sort")),
                offset(values.get("offset")));
    }

    LineFilter filter() {
        return new LineFilter(rep, null, rule, LineKind.MOVE, decision, text, null, null);
    }

    /** The same filter over what nobody decided on yet. */
    LineFilter undecided() {
        return new LineFilter(rep, null, rule, LineKind.MOVE, Decision.UNDECIDED, text, null, null);
    }

    PageRequest page() {
        return new PageRequest(offset, PAGE);
    }

    MoveTable.Filter shown() {
        return new MoveTable.Filter(
                text, rep == null ? null : rep.value(), rule, decision == null ? null : decision.name());
    }

    /** Back on the first page, sorted by another column; the same column again turns the order. */
    MoveQuery sortedBy(LineSort.Key key, boolean descendingFirst) {
        boolean descending = sort.key() == key ? !sort.descending() : descendingFirst;
        return new MoveQuery(rep, rule, decision, text, new LineSort(key, descending), 0);
    }

    MoveQuery from(int row) {
        return new MoveQuery(rep, rule, decision, text, sort, Math.max(0, row));
    }

    /** As it stands after the question mark; empty for the plain list. */
    String asQuery() {
        var builder = UriBuilder.of("");
        add(builder, "text", text);
        add(builder, "rep", rep == null ? null : rep.value());
        add(builder, "rule", rule);
        add(builder, "decision", decision == null ? null : decision.name());
        if (!sort.equals(LineSort.WORTH_FIRST)) {
            add(
                    builder,
                    "sort",
                    (sort.descending() ? "-" : "") + sort.key().name().toLowerCase(Locale.ROOT));
        }
        add(builder, "offset", offset == 0 ? null : Integer.toString(offset));
        String query = builder.build().getRawQuery();
        return query == null ? "" : query;
    }

    private static void add(UriBuilder builder, String name, @Nullable String value) {
        if (value != null) {
            builder.queryParam(name, value);
        }
    }

    private static LineSort sort(@Nullable String value) {
        if (value == null) {
            return LineSort.WORTH_FIRST;
        }
        boolean descending = value.startsWith("-");
        String key = descending ? value.substring(1) : value;
        return new LineSort(choice("sort", key, LineSort.Key.values()), descending);
    }

    private static int offset(@Nullable String value) {
        if (value == null) {
            return 0;
        }
        if (!value.matches("\\d{1,7}")) {
            throw refused("offset", value);
        }
        return Integer.parseInt(value);
    }

    private static SalesforceId id(String value) {
        if (!value.matches("[A-Za-z0-9]{15}|[A-Za-z0-9]{18}")) {
            throw refused("rep", value);
        }
        return SalesforceId.of(value);
    }

    private static <E extends Enum<E>> E choice(String name, String value, E[] choices) {
        return Arrays.stream(choices)
                .filter(choice -> choice.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> refused(name, value));
    }

    private static RuntimeException refused(String name, String value) {
        return Problem.of(ErrorCode.REQUEST_INVALID, "The parameter " + name + " (" + value + ") is not understood")
                .maybe("clear the filter")
                .exception();
    }

    private record Values(Map<String, List<String>> all) {
        @Nullable
        String get(String name) {
            List<String> values = all.get(name);
            return values == null || values.get(0).isBlank()
                    ? null
                    : values.get(0).strip();
        }
    }
}
