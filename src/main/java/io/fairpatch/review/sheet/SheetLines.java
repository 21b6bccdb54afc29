package io.fairpatch.review.sheet;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Decision;
import io.fairpatch.review.RoundTrip.Fate;
import io.fairpatch.review.RoundTrip.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a spreadsheet that came back.
 *
 * @param rows what could be read
 * @param unread why the other lines could not
 */
public record SheetLines(List<Row> rows, List<Fate> unread) {
    public SheetLines {
        rows = List.copyOf(rows);
        unread = List.copyOf(unread);
    }

    /** The fates of the rows together with those of the lines that could not be read, in the order of the file. */
    public List<Fate> fates(List<Fate> ofRows) {
        return Stream.concat(ofRows.stream(), unread.stream())
                .sorted(Comparator.comparingInt(Fate::number))
                .toList();
    }

    /** Collects lines, numbered as they stand below the heads. */
    static final class Collector {
        private final List<Row> rows = new ArrayList<>();
        private final List<Fate> unread = new ArrayList<>();
        private final Set<SalesforceId> seen = new HashSet<>();
        private int number;

        /** One line: by column, what its cell holds; empty cells are absent. */
        void add(Map<String, String> cells) {
            number++;
            SalesforceId account = id(cells.get(MoveColumns.ACCOUNT));
            if (account == null) {
                refuse(cells, "It has no account id: export again, or restore the column " + MoveColumns.ACCOUNT + ".");
            } else if (!seen.add(account)) {
                refuse(cells, "The account stands in an earlier line already.");
            } else if (unknownDecision(cells.get(MoveColumns.DECISION))) {
                refuse(
                        cells,
                        "The decision must be one of " + List.of(Decision.values()) + ", not "
                                + cells.get(MoveColumns.DECISION) + ".");
            } else {
                rows.add(row(account, cells));
            }
        }

        /** A line that holds a formula where a value is read. */
        void formula(String account, String column) {
            number++;
            unread.add(
                    new Fate(number, account, false, "The cell " + column + " is a formula: paste its value instead."));
        }

        SheetLines lines() {
            return new SheetLines(rows, unread);
        }

        private void refuse(Map<String, String> cells, String why) {
            String name = cells.getOrDefault("Account", cells.getOrDefault(MoveColumns.ACCOUNT, ""));
            unread.add(new Fate(number, name, false, why));
        }

        private Row row(SalesforceId account, Map<String, String> cells) {
            return new Row(
                    number,
                    account,
                    id(cells.get(MoveColumns.TO_ID)),
                    cells.get(MoveColumns.TO),
                    decision(cells.get(MoveColumns.DECISION)),
                    cells.get(MoveColumns.REASON),
                    id(cells.get(MoveColumns.THEN_TO)),
                    decision(cells.get(MoveColumns.THEN_DECISION)));
        }
    }

    private static @Nullable SalesforceId id(@Nullable String text) {
        return text == null ? null : SalesforceId.parse(text).orElse(null);
    }

    private static boolean unknownDecision(@Nullable String text) {
        return text != null && decision(text) == null;
    }

    private static @Nullable Decision decision(@Nullable String text) {
        if (text != null) {
            for (Decision decision : Decision.values()) {
                if (decision.name().equals(text.toUpperCase(Locale.ROOT))) {
                    return decision;
                }
            }
        }
        return null;
    }
}
