package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Rights;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the fields a query names. */
final class PathBinder {
    private final Org org;
    private final Rights rights;
    private final String query;
    private final List<ObjectType> types;
    private final ObjectType type;
    private final Aliases aliases;

    /** @param types the object that the names' first fields are of, or all that it may be */
    PathBinder(Org org, Rights rights, String query, List<ObjectType> types, Aliases aliases) {
        this.org = org;
        this.rights = rights;
        this.query = query;
        this.types = types;
        this.type = types.get(0);
        this.aliases = aliases;
    }

    /** The id of the record that lists an object, which queries name by the object. */
    Optional<String> entity(String name) {
        var table = org.table("EntityDefinition");
        var durableId = table.type().require("DurableId");
        return table.rows().stream()
                .filter(row -> row.text(durableId).equalsIgnoreCase(name))
                .map(Row::id)
                .findFirst();
    }

    /** Whether the names' first fields are of this object. */
    boolean isOf(ObjectType other) {
        return types.contains(other);
    }

    /** All fields of the type that the user may read. */
    Stream<Field> readable() {
        return type.fields().stream().filter(field -> rights.mayRead(type, field));
    }

    FieldPath bind(Token token) {
        var parts = aliases.written(token.text()).split("\\.");
        boolean prefixed = parts.length > 1
                && (parts[0].equalsIgnoreCase(aliases.own())
                        || parts[0].equalsIgnoreCase(type.name()) && !isRelationship(parts[0]));
        int first = prefixed ? 1 : 0;
        var hops = new ArrayList<Field>();
        var at = types;
        for (int i = first; i < parts.length - 1; i++) {
            var hop = relationship(at, parts[i], token);
            hops.add(hop);
            at = hop.referenceTo().stream().map(org.schema()::require).toList();
        }
        return new FieldPath(org, List.copyOf(hops), field(at, parts[parts.length - 1], token));
    }

    /** The lookup behind the name of a relationship. */
    Field lookup(Token token) {
        return relationship(types, token.text(), token);
    }

    private boolean isRelationship(String name) {
        return type.relationship(name).isPresent();
    }

    private Field relationship(List<ObjectType> of, String name, Token token) {
        return known(of, AnyParent.RELATIONSHIPS, name).stream()
                .map(object -> object.relationship(name).filter(field -> rights.mayRead(object, field)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> error(
                        token,
                        ("Didn't understand relationship '%s' in field path. If you are attempting to use a custom "
                                        + "relationship, be sure to append the '__r' after the custom relationship name. "
                                        + "Please reference your WSDL or the describe call for the appropriate names.")
                                .formatted(name)));
    }

    private Field field(List<ObjectType> of, String name, Token token) {
        if (of.size() > 1 && name.equalsIgnoreCase(AnyParent.TYPE.name())) {
            return AnyParent.TYPE;
        }
        return known(of, AnyParent.FIELDS, name).stream()
                .map(object -> object.field(name).filter(field -> rights.mayRead(object, field)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> error(
                        token,
                        ("No such column '%s' on entity '%s'. If you are attempting to use a custom field, be sure to "
                                        + "append the '__c' after the custom field name. Please reference your WSDL or "
                                        + "the describe call for the appropriate names.")
                                .formatted(
                                        name,
                                        of.size() > 1
                                                ? AnyParent.OBJECT
                                                : of.get(0).name())));
    }

    /** The objects themselves, unless there are several and the name is none of what all have in common. */
    private static List<ObjectType> known(List<ObjectType> of, Set<String> common, String name) {
        return of.size() == 1 || common.contains(name.toUpperCase(Locale.ROOT)) ? of : List.of();
    }

    SoqlException error(Token token, String message) {
        return error("INVALID_FIELD", token, message);
    }

    SoqlException error(String code, Token token, String message) {
        return SoqlException.at(code, query, token.position(), message);
    }
}
