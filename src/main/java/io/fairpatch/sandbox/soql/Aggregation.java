package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Figures about groups of records. */
final class Aggregation {
    private final Query query;
    private final Figures figures;
    private final Predicate<Group> having;

    Aggregation(Query query, PathBinder paths, UserCalendar calendar, LiteralBinder literals) {
        this.query = query;
        this.figures = new Figures(paths, calendar);
        checkSingleLine();
        checkGrouped(paths);
        checkNames(paths);
        this.having = query.having() == null
                ? group -> true
                : new Having(paths, figures, literals, figure -> checkGrouped(paths, figure, "Field"))
                        .bind(query.having());
    }

    /** Figures about all records are one line, which is neither ordered nor cut. */
    private void checkSingleLine() {
        if (!query.grouping().fields().isEmpty()) {
            return;
        }
        if (!query.orders().isEmpty() || query.limit() != null) {
            throw new SoqlException(
                    "MALFORMED_QUERY",
                    "Non-grouped query that uses overall aggregate functions cannot also use "
                            + (query.orders().isEmpty() ? "LIMIT" : "ORDER BY"));
        }
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
        figures.check(field);
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
        Stream<Group> kept = query.grouping().sets().stream()
                .flatMap(set -> groups(rows, set).stream())
                .filter(having);
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
}
