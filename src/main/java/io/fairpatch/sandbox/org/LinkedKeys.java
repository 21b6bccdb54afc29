package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.Optional;

/**
 * Lookups that a client names by what another system calls the record they point to: Parent.External_Id__c, or where the
 * lookup may point to several objects Contact:Who.Email.
 */
public final class LinkedKeys {
    private LinkedKeys() {}

    /** The lookup behind such a name; empty when the name is none. */
    public static Optional<Field> lookup(ObjectType type, String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? Optional.empty() : type.relationship(name.substring(name.indexOf(':') + 1, dot));
    }

    /** The id of the one record that the name and its value mean. */
    static String id(Org org, Field lookup, String name, String value) {
        var keyName = name.substring(name.indexOf('.') + 1);
        var target = org.schema().require(target(lookup, name));
        var key = target.field(keyName)
                .filter(Field::isIdLookup)
                .orElseThrow(() -> new RowException(
                        "INVALID_FIELD",
                        "Field name provided, %s is not an External ID or indexed field for %s"
                                .formatted(keyName, target.name())));
        var ids = ExternalIds.matching(org.table(target), key, value);
        if (ids.size() != 1) {
            throw new RowException(
                    "INVALID_FIELD",
                    "Foreign key external ID: %s %s for field %s in entity %s"
                            .formatted(
                                    value,
                                    ids.isEmpty() ? "not found" : "found more than once",
                                    key.name(),
                                    target.name()));
        }
        return ids.get(0);
    }

    /** The object that the name says, if the lookup may point to it; else the first that it may. */
    private static String target(Field lookup, String name) {
        var said = name.substring(0, Math.max(0, name.indexOf(':')));
        return lookup.referenceTo().stream()
                .filter(said::equalsIgnoreCase)
                .findFirst()
                .orElse(lookup.referenceTo().get(0));
    }
}
