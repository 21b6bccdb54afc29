package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds a table's rows by the value of one field without looking at all of them. Takes a few bytes a row: the places of
 * rows whose values have the same hash make a chain of ints. Used under the table's lock.
 */
final class FieldIndex {
    private static final int NONE = -1;
    private static final int FEWEST = 16;

    private final Field field;
    private int[] heads = filled(FEWEST);
    private int[] next = filled(FEWEST);

    FieldIndex(Field field, List<@Nullable Row> rows) {
        this.field = field;
        rehash(rows);
    }

    /** Notes that the row at this place, if there was one, gave way to another, if there is one. */
    void replace(int place, @Nullable Row before, @Nullable Row after, List<@Nullable Row> rows) {
        var from = before == null ? null : before.get(field);
        var to = after == null ? null : after.get(field);
        if (hash(from) == hash(to) && (from == null) == (to == null)) {
            return;
        }
        if (from != null) {
            remove(place, hash(from));
        }
        if (rows.size() > heads.length) {
            rehash(rows);
        } else if (to != null) {
            put(place, to);
        }
    }

    /** Places of rows that may have this value, in the order of the table; the caller compares. */
    IntStream places(Object value) {
        return IntStream.iterate(heads[bucket(hash(value))], place -> place != NONE, place -> next[place])
                .sorted();
    }

    private void rehash(List<@Nullable Row> rows) {
        int size = Integer.highestOneBit(Math.max(FEWEST, rows.size())) << 1;
        heads = filled(size);
        next = filled(size);
        for (int place = 0; place < rows.size(); place++) {
            var row = rows.get(place);
            var value = row == null ? null : row.get(field);
            if (value != null) {
                put(place, value);
            }
        }
    }

    private void put(int place, Object value) {
        int bucket = bucket(hash(value));
        next[place] = heads[bucket];
        heads[bucket] = place;
    }

    private void remove(int place, int hash) {
        int bucket = bucket(hash);
        if (heads[bucket] == place) {
            heads[bucket] = next[place];
            return;
        }
        int at = heads[bucket];
        while (next[at] != place) {
            at = next[at];
        }
        next[at] = next[place];
    }

    private int bucket(int hash) {
        return (hash ^ hash >>> 16) & heads.length - 1;
    }

    /** The same for texts that differ in letter case alone. */
    private static int hash(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return value == null ? 0 : value.hashCode();
        }
        int hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + Character.toLowerCase(Character.toUpperCase(text.charAt(i)));
        }
        return hash;
    }

    private static int[] filled(int size) {
        var places = new int[size];
        Arrays.fill(places, NONE);
        return places;
    }
}
