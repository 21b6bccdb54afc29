package io.fairpatch.config;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Where the value of one of our fields comes from. An empty text means that there is no value. */
public sealed interface FieldSource {
    /** The org's fields that are read for it, by API name. */
    Set<String> fields();

    /** The value in a record. {@code record} gives the text of a field. */
    String value(UnaryOperator<String> record);

    /** A field as it is; {@code Parent.Field} reads a field of a record that it looks up. */
    record Field(String api) implements FieldSource {
        @Override
        public Set<String> fields() {
            return Set.of(api);
        }

        @Override
        public String value(UnaryOperator<String> record) {
            return record.apply(api);
        }
    }

    /** The same value in every record. */
    record Constant(String text) implements FieldSource {
        @Override
        public Set<String> fields() {
            return Set.of();
        }

        @Override
        public String value(UnaryOperator<String> record) {
            return text;
        }
    }

    /** The first of several that has a value. */
    record First(List<FieldSource> sources) implements FieldSource {
        public First {
            sources = List.copyOf(sources);
        }

        @Override
        public Set<String> fields() {
            var fields = new LinkedHashSet<String>();
            sources.forEach(source -> fields.addAll(source.fields()));
            return fields;
        }

        @Override
        public String value(UnaryOperator<String> record) {
            for (var source : sources) {
                var value = source.value(record);
                if (!value.isEmpty()) {
                    return value;
                }
            }
            return "";
        }
    }

    /** A number times a factor; a text that is no number stays as it is, and is refused where it is read. */
    record Times(FieldSource of, BigDecimal factor) implements FieldSource {
        @Override
        public Set<String> fields() {
            return of.fields();
        }

        @Override
        public String value(UnaryOperator<String> record) {
            var value = of.value(record);
            try {
                return value.isEmpty()
                        ? ""
                        : new BigDecimal(value).multiply(factor).toPlainString();
            } catch (NumberFormatException e) {
                return value;
            }
        }
    }

    /**
     * A value looked up in a table.
     *
     * @param otherwise for a value that is not in the table; an empty value stays empty
     */
    record Lookup(FieldSource of, Map<String, String> table, String otherwise) implements FieldSource {
        public Lookup {
            // in order, so that the same table always reads the same
            table = Collections.unmodifiableMap(new TreeMap<>(table));
        }

        @Override
        public Set<String> fields() {
            return of.fields();
        }

        @Override
        public String value(UnaryOperator<String> record) {
            var value = of.value(record);
            return value.isEmpty() ? "" : table.getOrDefault(value, otherwise);
        }
    }
}
