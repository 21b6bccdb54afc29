package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks that a lookup points to a record that is there and that the user can see. */
final class References {
    private final Org org;
    private final Sharing sharing;

    References(Org org) {
        this.org = org;
        this.sharing = new Sharing(org);
    }

    void check(ObjectType type, Field field, @Nullable Object value, WriteContext context) {
        if (field.type() != FieldType.REFERENCE || !(value instanceof String id)) {
            return;
        }
        var target = org.schema()
                .ofId(id)
                .filter(object -> field.referenceTo().contains(object.name()))
                .orElseThrow(() -> new RowException(
                        "MALFORMED_ID", field.label() + ": id value of incorrect type: " + id, field.name()));
        var table = org.table(target);
        var row = table.find(id)
                .orElseThrow(() ->
                        new RowException("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id", field.name()));
        if (table.isDeleted(row)) {
            throw new RowException("ENTITY_IS_DELETED", "entity is deleted", field.name());
        }
        var visible = sharing.visible(context.userId(), target);
        if (visible != null && !visible.test(row)) {
            throw new RowException(
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                    "insufficient access rights on cross-reference id: " + id,
                    field.name());
        }
        if (target.name().equals("User") && Boolean.FALSE.equals(row.get(target.require("IsActive")))) {
            checkWork(type, field, id);
        }
    }

    /** Refuses to give work to a user who is not active. */
    private static void checkWork(ObjectType type, Field field, String userId) {
        boolean owner = field.name().equals("OwnerId");
        if (owner || type.name().endsWith("TeamMember")) {
            var message = "operation performed with inactive user [" + userId + "]";
            throw new RowException(
                    "INACTIVE_OWNER_OR_USER",
                    owner ? message + " as owner of " + type.name().toLowerCase(Locale.ROOT) : message,
                    field.name());
        }
    }
}
