package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordIds;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.Sharing;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.Optional;

/** Objects and records as the user behind a request sees them. */
public final class View {
    private final Org org;
    private final Sessions sessions;
    private final Sharing sharing;

    public View(Org org, Sessions sessions) {
        this.org = org;
        this.sessions = sessions;
        this.sharing = new Sharing(org);
    }

    Org org() {
        return org;
    }

    String userId(Request request) {
        return sessions.userId(request);
    }

    /** The object the request's path names, with the fields the user may see. */
    ObjectType type(Request request) {
        return named(request, request.part("object")).orElseThrow(ApiException::notFound);
    }

    /** The object of this name; empty when there is none for the user. */
    Optional<ObjectType> named(Request request, String name) {
        return org.schema()
                .object(name)
                .filter(type -> request.isTooling() || !type.isToolingOnly())
                .flatMap(type -> org.rights().view(userId(request), type));
    }

    /** The record, deleted ones included, if the user can reach it. */
    Optional<Row> find(Request request, ObjectType type, String id) {
        var visible = sharing.visible(userId(request), type);
        return RecordIds.normalise(id)
                .flatMap(org.table(type)::find)
                .filter(row -> visible == null || visible.test(row));
    }
}
