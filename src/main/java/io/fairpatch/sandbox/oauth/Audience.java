package io.fairpatch.sandbox.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.Address;
import io.fairpatch.sandbox.http.Request;
import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;

/** For whom a signed statement may be meant: Salesforce as a whole, or the org by a name that it goes by. */
record Audience(Address address, Request request) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @param claim one address or several */
    boolean includes(JsonNode claim) {
        return claim.isArray()
                ? StreamSupport.stream(claim.spliterator(), false).anyMatch(this::includes)
                : isOurs(host(claim.asText()));
    }

    private boolean isOurs(String host) {
        if (host.isEmpty()) {
            return false;
        }
        return host.endsWith(".salesforce.com")
                || LOOPBACK.contains(host)
                || host.equals(host(address.url()))
                || host.equals(host("//" + Objects.requireNonNullElse(request.header("Host"), "")));
    }

    private static String host(String url) {
        try {
            return Objects.requireNonNullElse(URI.create(url).getHost(), "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
