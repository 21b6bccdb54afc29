package io.fairpatch.sandbox.http;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Where the org is reached.
 *
 * @param url as it is told to whoever starts the org
 * @param anywhere whether it listens at every address of the machine: then each client is told the one it came by
 */
public record Address(String url, boolean anywhere) {
    private static final Set<String> WILDCARDS = Set.of("0.0.0.0", "::", "0:0:0:0:0:0:0:0", "[::]");
    private static final String HOST = "[\\w.\\-\\[\\]:]+";

    public static Address of(String scheme, String host, int port) {
        boolean anywhere = isWildcard(host);
        return new Address("%s://%s:%d".formatted(scheme, anywhere ? "localhost" : host, port), anywhere);
    }

    /** Whether this stands for all addresses of a machine, so that it is none that a client could go to. */
    static boolean isWildcard(String host) {
        return WILDCARDS.contains(host.toLowerCase(Locale.ROOT));
    }

    /** The address to tell the client that sent this. */
    public String seenBy(Request request) {
        var host = Objects.requireNonNullElse(request.header("Host"), "");
        return anywhere && host.matches(HOST) ? url.substring(0, url.indexOf("://") + 3) + host : url;
    }
}
