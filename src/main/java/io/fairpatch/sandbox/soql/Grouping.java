package io.fairpatch.sandbox.soql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What records are grouped by.
 *
 * @param fields names and calls of date functions; none for one group of all records
 */
record Grouping(List<Token> fields, Kind kind) {
    static final Grouping NONE = new Grouping(List.of(), Kind.PLAIN);

    /** Which totals there are beside the groups themselves. */
    enum Kind {
        /** None. */
        PLAIN,
        /** One for each field with those after it taken together. */
        ROLLUP,
        /** One for each combination of fields. */
        CUBE
    }

    static Kind kind(Token token) {
        return token.is("ROLLUP") || token.is("CUBE")
                ? Kind.valueOf(token.text().toUpperCase(Locale.ROOT))
                : Kind.PLAIN;
    }

    /** The fields of each grouping, the finest first. */
    List<List<Token>> sets() {
        int size = fields.size();
        return switch (kind) {
            case PLAIN -> List.of(fields);
            case ROLLUP ->
                IntStream.rangeClosed(0, size)
                        .mapToObj(left -> fields.subList(0, size - left))
                        .toList();
            case CUBE -> IntStream.range(0, 1 << size).mapToObj(this::without).toList();
        };
    }

    /** The fields but those whose bit is set, the last field's lowest. */
    private List<Token> without(int bits) {
        var kept = new ArrayList<Token>();
        for (int i = 0; i < fields.size(); i++) {
            if ((bits >> (fields.size() - 1 - i) & 1) == 0) {
                kept.add(fields.get(i));
            }
        }
        return kept;
    }
}
