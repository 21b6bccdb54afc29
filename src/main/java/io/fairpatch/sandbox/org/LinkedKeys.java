package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.Optional;

/** Lookups that a client names by what another system calls the record they point to: Parent.External_Id__c. */
public final class LinkedKeys {
    private LinkedKeys() {}

    /** The lookup behind such a name; empty when the name is none. */
    public static Optional<Field> lookup(ObjectType type, String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? Optional.empty() : type.relationship(name.substring(0, dot));
    }

    /** The id of the one record that the name and its value mean. */
    static String id(Org org, Field lookup, String name, String value) {
        var keyName = name.substring(name.indexOf('.') + 1);
        var target = org.schema().require(lookup.referenceTo().get(0));
        var key = target.field(keyName)
                .filter(field -> field.is(FieldFlag.EXTERNAL_ID))
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
}
