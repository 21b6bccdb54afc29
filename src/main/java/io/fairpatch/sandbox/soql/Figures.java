package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Values;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldType;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of a group of records: a function's figure, or what its records have in common. */
final class Figures {
    private final PathBinder paths;
    private final UserCalendar calendar;
    private final Map<String, FieldPath> bound = new HashMap<>();

    Figures(PathBinder paths, UserCalendar calendar) {
        this.paths = paths;
        this.calendar = calendar;
    }

    /** Refuses what cannot be worked out. */
    void check(Token token) {
        var call = Call.of(token);
        if (call == null) {
            path(token);
        } else if (call.formats()) {
            check(call.argument());
        } else if (!call.argument().text().isEmpty()) {
            if (!fits(call, path(call.field()).field())) {
                throw paths.error(
                        "MALFORMED_QUERY",
                        token,
                        "field %s does not support aggregate operator %s"
                                .formatted(call.argument().text(), call.function()));
            }
        }
    }

    private static boolean fits(Call call, Field field) {
        var type = field.type();
        if (call.isDate()) {
            return type == FieldType.DATE || type == FieldType.DATETIME;
        }
        return switch (call.function()) {
            case "SUM", "AVG" -> type.isNumber();
            case "GROUPING" -> true;
            default ->
                field.isShort()
                        && type != FieldType.BOOLEAN
                        && type != FieldType.MULTIPICKLIST
                        && type != FieldType.ADDRESS
                        && type != FieldType.COMPLEXVALUE;
        };
    }

    /** Refuses what records can not be grouped by. */
    void checkGroup(Token token) {
        check(token);
        if (Call.of(token) == null && !path(token).field().isGroupable()) {
            throw paths.error(
                    token,
                    "field '%s' can not be grouped in a query call"
                            .formatted(path(token).field().name()));
        }
    }

    @Nullable
    Object of(Token token, Group group) {
        var call = Call.of(token);
        var rows = group.rows();
        if (call == null) {
            return rows.isEmpty() || !group.isBy(token.text())
                    ? null
                    : path(token).value(rows.get(0));
        }
        if (call.formats()) {
            return of(call.argument(), group);
        }
        if (call.argument().text().isEmpty()) {
            return rows.size();
        }
        if (call.function().equals("GROUPING")) {
            return group.isBy(call.argument().text()) ? 0 : 1;
        }
        var path = inOwnCurrency(path(call.field()));
        if (call.isDate()) {
            return rows.isEmpty() || !group.isBy(token.text()) ? null : calendar.of(call, path.value(rows.get(0)));
        }
        var values = rows.stream().map(path::value).filter(Objects::nonNull).map(Object.class::cast);
        return figure(call.function(), path.field(), values);
    }

    /** Figures about amounts of several currencies are in the org's own. */
    private FieldPath inOwnCurrency(FieldPath path) {
        return path.field().type() == FieldType.CURRENCY
                ? path.shown(new Shown(Shown.CONVERTCURRENCY, "", calendar.zone()))
                : path;
    }

    private static @Nullable Object figure(String function, Field field, Stream<Object> values) {
        return switch (function) {
            case "COUNT" -> (int) values.count();
            case "COUNT_DISTINCT" ->
                (int) values.map(value -> Range.key(field, value)).distinct().count();
            case "SUM", "AVG" -> {
                var numbers = values.mapToDouble(value -> ((Number) value).doubleValue())
                        .summaryStatistics();
                yield numbers.getCount() == 0 ? null : function.equals("SUM") ? numbers.getSum() : numbers.getAverage();
            }
            case "MIN" ->
                values.min((left, right) -> compareKeys(Range.key(field, left), Range.key(field, right)))
                        .orElse(null);
            case "MAX" ->
                values.max((left, right) -> compareKeys(Range.key(field, left), Range.key(field, right)))
                        .orElse(null);
            default -> values.findFirst().orElse(null);
        };
    }

    /** The field whose values a figure has; null for a number of its own, such as a sum. */
    @Nullable
    Field field(Token token) {
        var call = Call.of(token);
        if (call == null) {
            return path(token).field();
        }
        return call.function().matches("MIN|MAX") ? path(call.field()).field() : null;
    }

    /** The value as the literals of a condition are compared with it. */
    @Nullable
    Object comparable(Token token, Group group) {
        var value = of(token, group);
        var call = Call.of(token);
        boolean counted = call != null && !call.isDate() && field(token) == null;
        return counted && value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    /** What the values of a figure are. */
    FieldType type(Token token) {
        var call = Call.of(token);
        if (call == null) {
            return path(token).field().type();
        }
        if (call.isDate()) {
            return call.isDay() ? FieldType.DATE : FieldType.INT;
        }
        return switch (call.function()) {
            case "MIN", "MAX" -> path(call.field()).field().type();
            case "SUM", "AVG" -> FieldType.DOUBLE;
            case "COUNT", "COUNT_DISTINCT", "GROUPING" -> FieldType.INT;
            default -> FieldType.STRING;
        };
    }

    /** The value as JSON answers show it. */
    @Nullable
    Object shown(Token token, Group group) {
        var call = Call.of(token);
        if (call != null && call.formats()) {
            var inner = Call.of(call.argument());
            var field = path(inner == null ? call.argument() : inner.field()).field();
            return new Shown(call.function(), "", calendar.zone()).of(field, shown(call.argument(), group));
        }
        var value = of(token, group);
        if (value == null || call != null && (call.isDate() || !(call.function().matches("MIN|MAX")))) {
            return value;
        }
        return Values.json(path(call == null ? token : call.field()).field(), value);
    }

    static int compare(@Nullable Object left, @Nullable Object right) {
        return compareKeys(Range.key(Objects.requireNonNull(left)), Range.key(Objects.requireNonNull(right)));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both are values of the same figure
    private static int compareKeys(Object left, Object right) {
        return ((Comparable) left).compareTo(right);
    }

    private FieldPath path(Token token) {
        return bound.computeIfAbsent(token.text(), text -> paths.bind(token));
    }
}
