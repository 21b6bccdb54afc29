package io.fairpatch.sandbox.http;

import java.io.IOException;

/** Answers requests of one route. */
@FunctionalInterface
public interface Handler {
    Response handle(Request request) throws IOException;
}
