package io.fairpatch.web.account;

import io.fairpatch.insight.AccountFilter;
import io.fairpatch.insight.AccountFilter.Kind;
import io.fairpatch.insight.AccountSort;
import io.fairpatch.insight.ScoreScale;
import io.fairpatch.model.Grade;
import io.fairpatch.model.Tier;
import io.fairpatch.web.page.QueryValues;
import io.fairpatch.web.view.AccountTable;
import io.micronaut.http.uri.UriBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is asked of the list of accounts. The address says all of it, so that a link shows the same to everybody. */
record AccountQuery(AccountFilter filter, AccountSort sort, ScoreScale scale, int offset) {
    static final String PATH = "/accounts";
    static final int PAGE = 50;

    static AccountQuery parse(@Nullable String query) {
        var values = new QueryValues(query);
        Kind kind = values.choice("kind", Kind.values());
        ScoreScale scale = values.choice("scale", ScoreScale.values());
        return new AccountQuery(
                new AccountFilter(
                        values.text(),
                        tier(values.get("tier")),
                        values.choice("grade", Grade.values()),
                        kind == null ? Kind.ALL : kind),
                sort(values.get("sort")),
                scale == null ? ScoreScale.POINTS : scale,
                values.offset());
    }

    /** Back on the first page, sorted by another column; the same column again turns the order. */
    AccountQuery sortedBy(AccountSort.Key key, boolean descendingFirst) {
        boolean descending = sort.key() == key ? !sort.descending() : descendingFirst;
        return new AccountQuery(filter, new AccountSort(key, descending), scale, 0);
    }

    AccountQuery on(ScoreScale other) {
        return new AccountQuery(filter, sort, other, offset);
    }

    AccountQuery from(int row) {
        return new AccountQuery(filter, sort, scale, Math.max(0, row));
    }

    AccountTable.Filter shown() {
        return new AccountTable.Filter(
                filter.text(),
                number(filter.tier()),
                word(filter.grade()),
                kind(),
                scaleWord(),
                sortWord(),
                filter.any());
    }

    /** As it stands after the question mark; empty for the plain list. */
    String asQuery() {
        var builder = UriBuilder.of("");
        add(builder, "text", filter.text());
        add(builder, "tier", number(filter.tier()));
        add(builder, "grade", word(filter.grade()));
        add(builder, "kind", kind());
        add(builder, "scale", scaleWord());
        add(builder, "sort", sortWord());
        add(builder, "offset", offset == 0 ? null : Integer.toString(offset));
        String query = builder.build().getRawQuery();
        return query == null ? "" : query;
    }

    /** The page that shows this. */
    String address() {
        String query = asQuery();
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }

    private @Nullable String kind() {
        return filter.kind() == Kind.ALL ? null : filter.kind().name().toLowerCase(Locale.ROOT);
    }

    private @Nullable String scaleWord() {
        return scale == ScoreScale.POINTS ? null : scale.name().toLowerCase(Locale.ROOT);
    }

    private @Nullable String sortWord() {
        String key = sort.key().name().toLowerCase(Locale.ROOT);
        return sort.equals(AccountSort.POTENTIAL_FIRST) ? null : (sort.descending() ? "-" : "") + key;
    }

    private static @Nullable String number(@Nullable Tier tier) {
        return tier == null ? null : Integer.toString(tier.ordinal() + 1);
    }

    private static @Nullable String word(@Nullable Grade grade) {
        return grade == null ? null : grade.name();
    }

    private static void add(UriBuilder builder, String name, @Nullable String value) {
        if (value != null) {
            builder.queryParam(name, value);
        }
    }

    private static @Nullable Tier tier(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!value.matches("[123]")) {
            throw QueryValues.refused("tier", value);
        }
        return Tier.values()[Integer.parseInt(value) - 1];
    }

    private static AccountSort sort(@Nullable String value) {
        if (value == null) {
            return AccountSort.POTENTIAL_FIRST;
        }
        boolean descending = value.startsWith("-");
        String key = descending ? value.substring(1) : value;
        return new AccountSort(QueryValues.choice("sort", key, AccountSort.Key.values()), descending);
    }
}
