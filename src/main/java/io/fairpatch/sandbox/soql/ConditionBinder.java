package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.soql.Condition.And;
import io.fairpatch.sandbox.soql.Condition.Comparison;
import io.fairpatch.sandbox.soql.Condition.In;
import io.fairpatch.sandbox.soql.Condition.InQuery;
import io.fairpatch.sandbox.soql.Condition.Includes;
import io.fairpatch.sandbox.soql.Condition.Not;
import io.fairpatch.sandbox.soql.Condition.Operator;
import io.fairpatch.sandbox.soql.Condition.Or;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a test for records out of a condition. */
final class ConditionBinder {
    /** Labels are as values here. */
    private static final String LABEL = "TOLABEL";

    private final PathBinder paths;
    private final LiteralBinder literals;
    private final UserCalendar calendar;
    private final Function<Query, BoundQuery> inner;

    /** @param inner binds a query inside this one */
    ConditionBinder(
            PathBinder paths, LiteralBinder literals, UserCalendar calendar, Function<Query, BoundQuery> inner) {
        this.paths = paths;
        this.literals = literals;
        this.calendar = calendar;
        this.inner = inner;
    }

    Predicate<Row> bind(Condition condition) {
        if (condition instanceof And and) {
            return all(and.parts()).stream().reduce(Predicate::and).orElseThrow();
        }
        if (condition instanceof Or or) {
            return all(or.parts()).stream().reduce(Predicate::or).orElseThrow();
        }
        if (condition instanceof Not not) {
            return bind(not.part()).negate();
        }
        if (condition instanceof Comparison comparison) {
            return comparison(comparison);
        }
        if (condition instanceof In in) {
            return in(in);
        }
        if (condition instanceof InQuery in) {
            return inQuery(in);
        }
        return includes((Includes) condition);
    }

    private List<Predicate<Row>> all(List<Condition> parts) {
        return parts.stream().map(this::bind).toList();
    }

    private Predicate<Row> comparison(Comparison comparison) {
        var distance = Distance.of(comparison.field(), paths);
        if (distance != null) {
            return within(comparison, distance);
        }
        var call = Call.of(comparison.field());
        if (call != null && !call.function().equals(LABEL)) {
            return called(comparison, call);
        }
        var path = filterable(comparison.field());
        if (comparison.operator() == Operator.LIKE) {
            return like(path, comparison);
        }
        if (comparison.value().kind() == Literal.Kind.NULL || isBlankText(path, comparison.value())) {
            return nullCheck(path, comparison);
        }
        if (comparison.value().kind() == Literal.Kind.MONEY && path.field().type() == FieldType.CURRENCY) {
            return money(path, comparison);
        }
        var range = literals.range(path.field(), comparison.value(), comparison.field());
        return row -> range.satisfies(comparison.operator(), value(path, row));
    }

    /** Amounts of several currencies are compared in the org's own. */
    private Predicate<Row> money(FieldPath path, Comparison comparison) {
        var text = comparison.value().text();
        var own = Currencies.own(path.org(), text)
                .orElseThrow(
                        () -> paths.error("MALFORMED_QUERY", comparison.field(), "unexpected token: '" + text + "'"));
        var range = new Range(own, null);
        var converted = path.shown(new Shown(Shown.CONVERTCURRENCY, "", calendar.zone()));
        return row -> range.satisfies(comparison.operator(), converted.value(row));
    }

    /** The value to compare: as in a real org a checkbox of a parent that is not there is not checked. */
    private static @Nullable Object value(FieldPath path, Row row) {
        var value = path.value(row);
        return value == null && path.field().type() == FieldType.BOOLEAN ? Boolean.FALSE : value;
    }

    /** Whether it is an empty text, which no field has: it means null. */
    private static boolean isBlankText(FieldPath path, Literal value) {
        return value.kind() == Literal.Kind.STRING
                && path.field().type().isText()
                && value.text().isEmpty();
    }

    private Predicate<Row> within(Comparison comparison, Distance distance) {
        boolean compares = comparison.operator() == Operator.LESS || comparison.operator() == Operator.GREATER;
        if (!compares || comparison.value().kind() != Literal.Kind.NUMBER) {
            throw paths.error(comparison.field(), "DISTANCE is compared by < and > with a number only");
        }
        var range = new Range(Double.valueOf(comparison.value().text()), null);
        return row -> {
            var found = distance.from(row);
            return found != null && range.satisfies(comparison.operator(), found);
        };
    }

    /** A function of a date, compared with a number or, where it is the day of a time, with a date. */
    private Predicate<Row> called(Comparison comparison, Call call) {
        var range = call.isDate() ? literals.ofDate(call, comparison.value()) : Optional.<Range>empty();
        if (range.isEmpty()) {
            throw paths.error(comparison.field(), "unexpected function in a filter: " + call.function());
        }
        var path = paths.bind(call.field());
        if (path.field().type() != FieldType.DATE && path.field().type() != FieldType.DATETIME) {
            throw paths.error(
                    comparison.field(),
                    "field '%s' is no date: %s".formatted(path.field().name(), call.function()));
        }
        return row -> range.get().satisfies(comparison.operator(), calendar.of(call, path.value(row)));
    }

    private Predicate<Row> nullCheck(FieldPath path, Comparison comparison) {
        return switch (comparison.operator()) {
            case EQUAL -> row -> path.value(row) == null;
            case NOT_EQUAL -> row -> path.value(row) != null;
            default ->
                throw paths.error(
                        comparison.field(),
                        "invalid operator on null value of field "
                                + path.field().name());
        };
    }

    private Predicate<Row> like(FieldPath path, Comparison comparison) {
        if (!path.field().type().isText() || comparison.value().kind() != Literal.Kind.STRING) {
            throw new SoqlException(
                    "INVALID_FIELD",
                    "invalid operator on %s field".formatted(path.field().type().label()));
        }
        var pattern = LikePattern.of(comparison.value().text());
        return row ->
                path.value(row) instanceof String text && pattern.matcher(text).matches();
    }

    private Predicate<Row> in(In in) {
        var path = filterable(in.field());
        Predicate<Literal> isNull = value -> value.kind() == Literal.Kind.NULL || isBlankText(path, value);
        boolean withNull = in.values().stream().anyMatch(isNull);
        var ranges = in.values().stream()
                .filter(isNull.negate())
                .map(value -> literals.range(path.field(), value, in.field()))
                .toList();
        var exact = new HashSet<Object>();
        ranges.stream().filter(Range::isSingle).forEach(range -> exact.add(range.low()));
        var wide = ranges.stream().filter(range -> !range.isSingle()).toList();
        Predicate<Row> test = row -> {
            var value = value(path, row);
            return value == null
                    ? withNull
                    : exact.contains(Range.key(path.field(), value))
                            || wide.stream().anyMatch(range -> range.satisfies(Operator.EQUAL, value));
        };
        return in.negated() ? test.negate() : test;
    }

    private Predicate<Row> inQuery(InQuery in) {
        var path = filterable(in.field());
        var query = inner.apply(in.query());
        if (!path.field().type().isId()) {
            throw noId(in.field(), in.field().text());
        }
        if (query.columns().size() != 1
                || !query.columns().get(0).field().type().isId()) {
            var selected = in.query().fields().stream().map(Token::text).findFirst();
            throw noId(in.query().object(), selected.orElse("COUNT()"));
        }
        if (paths.isOf(query.table().type()) && path.hops().isEmpty()) {
            throw paths.error(
                    "MALFORMED_QUERY",
                    in.query().object(),
                    "The inner and outer selects should not be on the same object type");
        }
        var found = new HashSet<@Nullable Object>();
        // who has no parent is none of those whose parent is not known
        query.rows(false).stream()
                .map(query.columns().get(0)::value)
                .filter(Objects::nonNull)
                .forEach(found::add);
        return row -> found.contains(path.value(row)) != in.negated();
    }

    private SoqlException noId(Token at, String field) {
        return paths.error(at, "semi join sub-selects can only query id fields, cannot use: '%s'".formatted(field));
    }

    private Predicate<Row> includes(Includes includes) {
        var path = filterable(includes.field());
        if (path.field().type() != FieldType.MULTIPICKLIST) {
            throw paths.error(includes.field(), "includes and excludes operators are only for multi-select picklists");
        }
        var combinations = includes.combinations().stream()
                .map(literal -> List.of(literal.text().toLowerCase(Locale.ROOT).split(";")))
                .toList();
        Predicate<Row> test = row -> path.value(row) instanceof String text
                && combinations.stream()
                        .anyMatch(List.of(text.toLowerCase(Locale.ROOT).split(";"))::containsAll);
        return includes.negated() ? test.negate() : test;
    }

    private FieldPath filterable(Token token) {
        var call = Call.of(token);
        var path = paths.bind(call != null && call.function().equals(LABEL) ? call.argument() : token);
        if (!path.field().isFilterable()) {
            throw paths.error(
                    token,
                    "field '%s' can not be filtered in a query call"
                            .formatted(path.field().name()));
        }
        return path;
    }
}
