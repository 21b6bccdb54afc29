package io.fairpatch.salesforce;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to the org.
 *
 * @param path absolute, with its query
 * @param contentType of the body; null without one
 */
record Call(String method, String path, @Nullable String contentType, BodyPublisher body) {
    static Call get(String path) {
        return new Call("GET", path, null, BodyPublishers.noBody());
    }

    static Call delete(String path) {
        return new Call("DELETE", path, null, BodyPublishers.noBody());
    }

    static Call json(String method, String path, String json) {
        return new Call(method, path, "application/json; charset=UTF-8", BodyPublishers.ofString(json));
    }

    static Call form(String path, String form) {
        return new Call("POST", path, "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
    }

    static Call csv(String path, byte[] csv) {
        return new Call("PUT", path, "text/csv; charset=UTF-8", BodyPublishers.ofByteArray(csv));
    }
}
