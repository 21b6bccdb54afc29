package io.fairpatch.salesforce;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to the org.
 *
 * @param path absolute, with its query
 * @param contentType of the body; null without one
 * @param ifMatch the ETag that the record must still have; null when it may have any
 */
record Call(String method, String path, @Nullable String contentType, BodyPublisher body, @Nullable String ifMatch) {
    Call(String method, String path, @Nullable String contentType, BodyPublisher body) {
        this(method, path, contentType, body, null);
    }

    /** The same, refused by the org when the record has another ETag by then. */
    Call ifMatch(String etag) {
        return new Call(method, path, contentType, body, etag);
    }

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
