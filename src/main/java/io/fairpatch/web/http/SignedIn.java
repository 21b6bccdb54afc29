package io.fairpatch.web.http;

import io.fairpatch.access.Person;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/**
 * Who asks.
 *
 * @param csrf what every form of this session carries; empty for a caller with a token, whose requests no other site
 *     can forge
 */
public record SignedIn(Person person, String csrf) {
    private static final String ATTRIBUTE = "fairpatch.signed-in";

    static Optional<SignedIn> of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, SignedIn.class);
    }

    void attachTo(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
