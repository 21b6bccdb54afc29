package io.fairpatch.sync.file;

import io.fairpatch.sync.file.ColumnMap.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one row of a file: whom it is about, and its values as they are kept. */
record RowReading(ColumnMap columns, Matches matches) {
    /** Stands for bytes that were not UTF-8. */
    private static final char NO_TEXT = '\uFFFE';

    /** What becomes of a row. */
    enum Fate {
        TAKEN,
        UNMATCHED,
        AMBIGUOUS,
        REFUSED
    }

    /**
     * A row that was read.
     *
     * @param recordId of the org's record, empty when there is none
     * @param values field to value; a field without one is absent
     */
    record Row(String key, String recordId, Fate fate, String reason, Map<String, String> values) {
        Row noted(String note) {
            return new Row(key, recordId, fate, note, values);
        }
    }

    Row read(List<String> cells) {
        var key = columns.keyAt() < cells.size() ? cells.get(columns.keyAt()) : "";
        if (overflows(cells)) {
            return new Row(key, "", Fate.REFUSED, overflow(cells.size()), Map.of());
        }
        if (key.isBlank()) {
            return new Row(key, "", Fate.UNMATCHED, "its " + columns.key() + " is empty", Map.of());
        }
        if (key.indexOf(NO_TEXT) >= 0) {
            return new Row(key.replace(NO_TEXT, '\uFFFD'), "", Fate.REFUSED, columns.key() + " is not UTF-8", Map.of());
        }
        var id = matches.find(key);
        if (id == null) {
            return new Row(key, "", Fate.UNMATCHED, "the org has no record with this " + columns.key(), Map.of());
        }
        if (id.isEmpty()) {
            return new Row(key, "", Fate.AMBIGUOUS, "several records have this " + columns.key(), Map.of());
        }
        var values = new LinkedHashMap<String, String>();
        var wrong = new ArrayList<String>();
        for (var use : columns.uses()) {
            value(use, cells, values, wrong);
        }
        return wrong.isEmpty()
                ? new Row(key, id, Fate.TAKEN, "", values)
                : new Row(key, id, Fate.REFUSED, String.join("; ", wrong), Map.of());
    }

    /** Whether its cells can't be under their columns: a comma within a text has shifted them. */
    private boolean overflows(List<String> cells) {
        return cells.size() > columns.width()
                && cells.subList(columns.width(), cells.size()).stream().anyMatch(cell -> !cell.isBlank());
    }

    private String overflow(int cells) {
        return "it has " + cells + " cells for " + columns.width()
                + " columns: a text with a comma must stand in quotes";
    }

    private static void value(Use use, List<String> cells, Map<String, String> values, List<String> wrong) {
        var text =
                use.at() < cells.size() ? cells.get(use.at()).replace("\0", "").strip() : "";
        if (text.isEmpty()) {
            return;
        }
        if (text.indexOf(NO_TEXT) >= 0) {
            wrong.add(use.column() + " is not UTF-8");
            return;
        }
        use.type()
                .kept(text)
                .ifPresentOrElse(
                        kept -> values.put(use.field(), kept),
                        () -> wrong.add(use.column() + " (" + text + ") must be "
                                + use.type().wanted()));
    }
}
