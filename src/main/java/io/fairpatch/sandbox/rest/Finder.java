package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.rest.Search.Target;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.soql.FieldPath;
import io.fairpatch.sandbox.soql.Soql;
import io.fairpatch.sandbox.soql.SoqlException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds records by words. */
public final class Finder {
    private static final int MOST_EVERYWHERE = 200;
    /** As in a real org, of each object. */
    private static final int MOST_MARKED = 25;

    private static final Set<FieldType> MARKED = Set.of(FieldType.STRING, FieldType.TEXTAREA, FieldType.EMAIL);

    private final Org org;
    private final Soql soql;

    public Finder(Org org, Soql soql) {
        this.org = org;
        this.soql = soql;
    }

    /**
     * A record, and what was asked for of it.
     *
     * @param marked those of its texts in which something was found, with marks, by field; empty unless asked for
     */
    public record Found(ObjectType type, Row row, List<FieldPath> columns, Map<String, String> marked) {}

    /**
     * The records that the user may see and that a search in SOSL means.
     *
     * @throws io.fairpatch.sandbox.http.ApiException MALFORMED_SEARCH
     * @throws SoqlException what is wrong about its objects and fields
     */
    public List<Found> find(String sosl, String userId) {
        return find(Sosl.parse(sosl), userId);
    }

    List<Found> find(Search search, String userId) {
        var targets = search.targets().isEmpty() ? everywhere(userId) : search.targets();
        return targets.stream()
                .flatMap(target -> found(target, search, userId))
                .limit(search.limit())
                .toList();
    }

    private List<Target> everywhere(String userId) {
        return org.schema().objects().stream()
                .filter(type -> !type.isSetup() && type.nameField() != null)
                .filter(type -> org.rights().view(userId, type).isPresent())
                .map(type -> new Target(type.name(), "Id", "", MOST_EVERYWHERE))
                .toList();
    }

    private Stream<Found> found(Target target, Search search, String userId) {
        var query = soql.bind("SELECT %s FROM %s%s".formatted(target.fields(), target.object(), target.rest()), userId);
        var type = query.table().type();
        var seen = org.rights().view(userId, type).orElse(type);
        var fields = seen.fields().stream()
                .filter(field -> search.scope().takesIn(field, field.equals(seen.nameField())))
                .toList();
        var rows = query.rows(false).stream()
                .filter(row -> search.term().isIn(texts(row, fields)))
                .skip(target.offset())
                .limit(target.limit())
                .toList();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Found(
                        type,
                        rows.get(i),
                        query.columns(),
                        search.marks() && i < MOST_MARKED ? marked(rows.get(i), query.columns(), search) : Map.of()));
    }

    private static String texts(Row row, List<Field> fields) {
        return fields.stream().map(row::text).collect(Collectors.joining(SearchTerm.BETWEEN_FIELDS));
    }

    private static Map<String, String> marked(Row row, List<FieldPath> columns, Search search) {
        var marked = new LinkedHashMap<String, String>();
        for (var column : columns) {
            if (column.hops().isEmpty() && MARKED.contains(column.field().type())) {
                var text = row.text(column.field());
                var with = search.term().marked(text);
                if (!with.equals(text)) {
                    marked.put(column.field().name(), with);
                }
            }
        }
        return marked;
    }
}
