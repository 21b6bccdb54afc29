package io.fairpatch.insight.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row.
 *
 * @param key names the row within its table
 * @param opens whether the rows behind it can be looked at
 * @param href the page of what the row is about, null when there is none
 */
public record Row(String key, List<Value> cells, Tone tone, boolean opens, @Nullable String href) {
    /** How a row is marked; never the only sign. */
    public enum Tone {
        PLAIN,
        GOOD,
        WARN,
        BAD
    }

    public Row {
        cells = List.copyOf(cells);
    }

    /** A plain row. */
    public static Row of(String key, @Nullable Object... cells) {
        return new Row(key, Arrays.stream(cells).map(Row::value).toList(), Tone.PLAIN, false, null);
    }

    /** The same, with rows behind it. */
    public Row opening() {
        return new Row(key, cells, tone, true, href);
    }

    public Row marked(Tone other) {
        return new Row(key, cells, other, opens, href);
    }

    public Row linked(String address) {
        return new Row(key, cells, tone, opens, address);
    }

    /** Whether any text of the row holds this, in any letter case. */
    public boolean says(String words) {
        String wanted = words.toLowerCase(Locale.ROOT);
        return cells.stream()
                .map(Value::text)
                .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Value value(@Nullable Object cell) {
        if (cell == null) {
            return Value.NONE;
        }
        if (cell instanceof Value value) {
            return value;
        }
        return cell instanceof Number number ? Value.of(number.doubleValue()) : Value.of(cell.toString());
    }
}
