package io.fairpatch.web.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.server.annotation.PreMatching;

/**
 * The address alone decides what kind of answer comes. A client that accepts nothing but HTML, CSV or an icon would be
 * refused just these, since a route is taken for one of JSON before it has answered.
 */
@ServerFilter("/**")
final class AcceptAnything {
    @PreMatching
    @RequestFilter
    void widen(HttpRequest<?> request) {
        if (request.getHeaders() instanceof MutableHttpHeaders headers) {
            headers.set(HttpHeaders.ACCEPT, MediaType.ALL);
        }
    }
}
