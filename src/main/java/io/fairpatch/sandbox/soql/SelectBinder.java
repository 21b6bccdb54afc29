package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Rights;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Finds the fields that a query selects. */
final class SelectBinder {
    private static final int MOST_ROWS_OF_ALL_FIELDS = 200;

    private final Org org;
    private final Rights rights;
    private final Query query;
    private final PathBinder paths;
    private final ZoneId zone;

    SelectBinder(Org org, Rights rights, Query query, PathBinder paths, ZoneId zone) {
        this.org = org;
        this.rights = rights;
        this.query = query;
        this.paths = paths;
        this.zone = zone;
    }

    List<FieldPath> columns() {
        if (query.asksForCustomFields() && (query.limit() == null || query.limit() > MOST_ROWS_OF_ALL_FIELDS)) {
            throw new SoqlException("MALFORMED_QUERY", "The SOQL FIELDS function must have a LIMIT of at most 200");
        }
        var columns = new ArrayList<FieldPath>();
        for (int i = 0; i < query.fields().size(); i++) {
            var token = query.fields().get(i);
            if (token.text().startsWith("FIELDS(")) {
                fieldSet(token.text()).forEach(field -> columns.add(new FieldPath(org, List.of(), field)));
            } else {
                columns.add(once(column(token, query.select().aliases().get(i), columns), columns));
            }
        }
        return columns;
    }

    /** The parents whose fields depend on the object they are of. */
    List<TypedParent> typedParents() {
        return query.select().typeOfs().stream().map(this::typedParent).toList();
    }

    private TypedParent typedParent(TypeOf typeOf) {
        var lookup = paths.lookup(typeOf.relationship());
        var cases = new LinkedHashMap<String, List<FieldPath>>();
        for (var each : typeOf.cases()) {
            var type = org.schema()
                    .object(each.object().text())
                    .filter(object -> lookup.referenceTo().contains(object.name()))
                    .orElseThrow(() -> SoqlException.at(
                            "INVALID_TYPE",
                            query.text(),
                            each.object().position(),
                            "sObject type '" + each.object().text() + "' is not supported."));
            cases.put(type.name(), fields(each.fields(), List.of(type)));
        }
        var all = lookup.referenceTo().stream().map(org.schema()::require).toList();
        return new TypedParent(org, lookup, cases, fields(typeOf.otherwise(), all));
    }

    private List<FieldPath> fields(List<Token> names, List<ObjectType> types) {
        var there = new PathBinder(org, rights, query.text(), types, Aliases.NONE);
        return names.stream().map(there::bind).toList();
    }

    private FieldPath column(Token token, String alias, List<FieldPath> before) {
        var distance = Distance.of(token, paths);
        if (distance != null) {
            return distance.column(alias.isEmpty() ? unnamed(before) : alias);
        }
        var call = Call.of(token);
        if (call == null && !alias.isEmpty()) {
            throw paths.error("MALFORMED_QUERY", token, "only aggregate expressions use field aliasing");
        }
        if (call != null && call.isDate()) {
            throw paths.error(
                    "MALFORMED_QUERY",
                    token,
                    "Field must be grouped or aggregated: " + call.argument().text());
        }
        var path = paths.bind(call == null ? token : call.argument());
        return call == null ? path : path.shown(new Shown(call.function(), alias, zone));
    }

    /** The name of the next value that has none of its own. */
    private static String unnamed(List<FieldPath> before) {
        return "expr"
                + before.stream()
                        .filter(path -> path.label().matches("expr\\d+"))
                        .count();
    }

    private static FieldPath once(FieldPath path, List<FieldPath> columns) {
        boolean twice = columns.stream()
                .anyMatch(other ->
                        other.hops().equals(path.hops()) && other.label().equalsIgnoreCase(path.label()));
        if (twice) {
            throw new SoqlException("INVALID_FIELD", "duplicate field selected: " + path.name());
        }
        return path;
    }

    private Stream<Field> fieldSet(String set) {
        return paths.readable()
                .filter(field -> set.equals("FIELDS(ALL)") || field.isCustom() == set.equals("FIELDS(CUSTOM)"));
    }
}
