package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures about groups of records. */
final class Aggregation {
    private final Query query;
    private final Figures figures;

    Aggregation(Query query, PathBinder paths, UserCalendar calendar) {
        this.query = query;
        this.figures = new Figures(paths, calendar);
        checkGrouped(paths);
        checkNames(paths);
    }

    /** Two values of one name would be one in the answer. */
    private void checkNames(PathBinder paths) {
        var seen = new HashSet<String>();
        var names = names();
        for (int i = 0; i < names.size(); i++) {
            if (!seen.add(names.get(i).name().toLowerCase(Locale.ROOT))) {
                throw paths.error(
                        "MALFORMED_QUERY",
                        query.fields().get(i),
                        "duplicate alias: " + names.get(i).name());
            }
        }
    }

    private void checkGrouped(PathBinder paths) {
        for (var field : query.fields()) {
            checkGrouped(paths, field, "Field");
            figures.check(field);
        }
        query.grouping().fields().forEach(figures::checkGroup);
        query.orders().forEach(order -> checkGrouped(paths, order.field(), "Ordered field"));
    }

    private void checkGrouped(PathBinder paths, Token field, String what) {
        boolean grouped = query.grouping().fields().stream()
                .anyMatch(group -> group.text().equalsIgnoreCase(field.text()));
        if (!Call.isAggregate(field) && !grouped) {
            throw paths.error("MALFORMED_QUERY", field, what + " must be grouped or aggregated: " + field.text());
        }
    }

    /** The values of each line, in order. */
    List<FigureName> names() {
        var names = new ArrayList<FigureName>();
        int unnamed = 0;
        for (int i = 0; i < query.fields().size(); i++) {
            var field = query.fields().get(i);
            var alias = query.select().aliases().get(i);
            var call = Call.of(field);
            var display = alias.isEmpty() ? field.text() : alias;
            if (alias.isEmpty()) {
                alias = call != null
                        ? "expr" + unnamed++
                        : field.text().substring(field.text().lastIndexOf('.') + 1);
            }
            names.add(new FigureName(alias, display, call != null, figures.type(field)));
        }
        return names;
    }

    /** One line a group, values by name. */
    List<Map<String, @Nullable Object>> of(List<Row> rows) {
        var having = query.having();
        Stream<Group> kept = query.grouping().sets().stream()
                .flatMap(set -> groups(rows, set).stream())
                .filter(group -> having == null || holds(having, group));
        for (int i = query.orders().size() - 1; i >= 0; i--) {
            kept = kept.sorted(order(query.orders().get(i)));
        }
        kept = kept.skip(query.offset());
        var names = names();
        return (query.limit() == null ? kept : kept.limit(query.limit()))
                .map(group -> line(group, names))
                .toList();
    }

    private List<Group> groups(List<Row> rows, List<Token> by) {
        if (by.isEmpty()) {
            return List.of(new Group(rows, by));
        }
        var groups = new LinkedHashMap<List<@Nullable Object>, List<Row>>();
        for (var row : rows) {
            var alone = new Group(List.of(row), by);
            var key = new ArrayList<@Nullable Object>();
            by.forEach(field -> key.add(figures.of(field, alone)));
            groups.computeIfAbsent(key, absent -> new ArrayList<>()).add(row);
        }
        return groups.values().stream().map(group -> new Group(group, by)).toList();
    }

    private Comparator<Group> order(Query.Order order) {
        Comparator<@Nullable Object> values = (left, right) -> Figures.compare(left, right);
        var directed = order.descending() ? values.reversed() : values;
        var withNulls = order.nullsLast() ? Comparator.nullsLast(directed) : Comparator.nullsFirst(directed);
        return (left, right) -> withNulls.compare(figures.of(order.field(), left), figures.of(order.field(), right));
    }

    private Map<String, @Nullable Object> line(Group group, List<FigureName> names) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("attributes", Map.of("type", "AggregateResult"));
        for (int i = 0; i < names.size(); i++) {
            line.put(names.get(i).name(), figures.shown(query.fields().get(i), group));
        }
        return line;
    }

    private boolean holds(Condition condition, Group group) {
        if (condition instanceof Condition.And and) {
            return and.parts().stream().allMatch(part -> holds(part, group));
        }
        if (condition instanceof Condition.Or or) {
            return or.parts().stream().anyMatch(part -> holds(part, group));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.part(), group);
        }
        if (condition instanceof Condition.Comparison comparison) {
            return holds(comparison, group);
        }
        throw new SoqlException("MALFORMED_QUERY", "HAVING compares figures with values only");
    }

    private boolean holds(Condition.Comparison comparison, Group group) {
        var value = figures.of(comparison.field(), group);
        var text = comparison.value().text();
        if (comparison.value().kind() == Literal.Kind.NULL) {
            return (value == null) == (comparison.operator() == Condition.Operator.EQUAL);
        }
        if (value == null) {
            return false;
        }
        int compared = comparison.value().kind() == Literal.Kind.NUMBER && value instanceof Number number
                ? Double.compare(number.doubleValue(), Double.parseDouble(text))
                : value.toString().compareToIgnoreCase(Objects.requireNonNull(text));
        return switch (comparison.operator()) {
            case EQUAL -> compared == 0;
            case NOT_EQUAL -> compared != 0;
            case LESS -> compared < 0;
            case LESS_OR_EQUAL -> compared <= 0;
            case GREATER -> compared > 0;
            case GREATER_OR_EQUAL -> compared >= 0;
            case LIKE -> LikePattern.of(text).matcher(value.toString()).matches();
        };
    }
}
