package io.fairpatch.sandbox.data.generate;

import io.fairpatch.sandbox.data.OrgTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of an object, each with how it is filled from a {@code T}. */
final class Columns<T> {
    private final String object;
    private final List<String> names = new ArrayList<>();
    private final List<Function<T, @Nullable Object>> values = new ArrayList<>();

    Columns(String object) {
        this.object = object;
    }

    /** A null value is an empty field. */
    Columns<T> add(String name, Function<T, @Nullable Object> value) {
        names.add(name);
        values.add(value);
        return this;
    }

    /** The table of these rows; {@code source} is asked anew for each pass. */
    OrgTable table(Source<T> source) {
        return new OrgTable(
                object, List.copyOf(names), () -> source.rows().map(this::row).iterator());
    }

    private String[] row(T item) {
        String[] row = new String[values.size()];
        for (int i = 0; i < row.length; i++) {
            Object value = values.get(i).apply(item);
            row[i] = value == null ? "" : value.toString();
        }
        return row;
    }

    /** Gives the same rows again and again. */
    interface Source<T> {
        Stream<T> rows();
    }
}
