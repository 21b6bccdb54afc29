package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.org.Rights.ObjectRight;
import io.fairpatch.sandbox.schema.ObjectType;

/** Refuses writes that the user has no right to. */
final class Guard {
    private final Org org;
    private final Sharing sharing;

    Guard(Org org) {
        this.org = org;
        this.sharing = new Sharing(org);
    }

    void mayCreate(ObjectType type, WriteContext context) {
        if (!org.rights().of(context.userId()).may(ObjectRight.CREATE, type)) {
            throw new RowException(
                    "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "entity type cannot be inserted: " + type.label());
        }
    }

    void mayWrite(ObjectType type, Row row, boolean delete, WriteContext context) {
        var rights = org.rights().of(context.userId());
        if (!rights.may(delete ? ObjectRight.DELETE : ObjectRight.EDIT, type)) {
            throw new RowException("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id");
        }
        var reach = sharing.writable(context.userId(), type);
        if (reach != null && !reach.test(row)) {
            throw new RowException(
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                    "insufficient access rights on cross-reference id: " + row.id());
        }
    }
}
