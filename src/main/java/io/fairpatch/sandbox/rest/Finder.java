package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.rest.Search.Target;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.soql.FieldPath;
import io.fairpatch.sandbox.soql.Soql;
import io.fairpatch.sandbox.soql.SoqlException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds records by words. */
public final class Finder {
    private static final int MOST_EVERYWHERE = 200;

    private final Org org;
    private final Soql soql;

    public Finder(Org org, Soql soql) {
        this.org = org;
        this.soql = soql;
    }

    /** A record, and what was asked for of it. */
    public record Found(Row row, List<FieldPath> columns) {}

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
        var pattern = search.pattern();
        var targets = search.targets().isEmpty() ? everywhere(userId) : search.targets();
        return targets.stream()
                .flatMap(target -> found(target, pattern, search.namesOnly(), userId))
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

    private Stream<Found> found(Target target, Pattern pattern, boolean namesOnly, String userId) {
        var query = soql.bind("SELECT %s FROM %s%s".formatted(target.fields(), target.object(), target.rest()), userId);
        var type = query.table().type();
        var fields = searched(org.rights().view(userId, type).orElse(type), namesOnly);
        return query.rows(false).stream()
                .filter(row -> matches(row, fields, pattern))
                .skip(target.offset())
                .limit(target.limit())
                .map(row -> new Found(row, query.columns()));
    }

    private static List<Field> searched(ObjectType type, boolean namesOnly) {
        var name = type.nameField();
        return namesOnly && name != null
                ? List.of(name)
                : type.fields().stream().filter(field -> field.type().isText()).toList();
    }

    private static boolean matches(Row row, List<Field> fields, Pattern pattern) {
        return fields.stream()
                .anyMatch(field -> pattern.matcher(row.text(field)).find());
    }
}
