package io.fairpatch.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import io.fairpatch.sandbox.fault.Fault;
import io.fairpatch.sandbox.fault.FaultKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request.
 *
 * @param path without a trailing slash, with single slashes
 * @param query its parameters; the first value of each counts
 * @param parts what the placeholders of its route stand for
 * @param faults those that strike it
 */
public record Request(
        String method,
        String path,
        Map<String, String> query,
        Headers headers,
        InputStream rawBody,
        Map<String, String> parts,
        List<Fault> faults) {

    private static final String TOOLING = "/tooling";
    private static final String VERSION = "version";

    /** Some let the form of the answer follow the address; the end of a record's external id is its own. */
    private static final Pattern FORM =
            Pattern.compile("^(/services/data/(?![^/]+/sobjects/[^/]+/[^/]+__c/).+)\\.(?:json|xml)$");

    static Request of(String method, URI uri, Headers headers, InputStream body, List<Fault> faults) {
        var query = Form.parse(uri.getRawQuery());
        // for clients that can send no PATCH
        var meant = method.equals("POST") ? query.getOrDefault("_HttpMethod", method) : method;
        return new Request(meant, path(uri), query, headers, body, Map.of(), faults);
    }

    /**
     * A request that came inside this one: from the same client, and struck by the same faults.
     *
     * @param url path and query
     * @param more headers of its own
     */
    public Request inner(String innerMethod, String url, Map<String, String> more, byte[] body) {
        var all = new Headers();
        headers.forEach((name, values) -> {
            if (!name.startsWith("Content-") && !name.startsWith("If-")) {
                all.put(name, values);
            }
        });
        more.forEach(all::set);
        int mark = url.indexOf('?');
        var rawPath = mark < 0 ? url : url.substring(0, mark);
        var innerQuery = Form.parse(mark < 0 ? null : url.substring(mark + 1));
        var content = new ByteArrayInputStream(body);
        return new Request(innerMethod, clean(rawPath), innerQuery, all, content, Map.of(), faults);
    }

    /** The path as clients mean it, without what says in which form they want the answer. */
    static String path(URI uri) {
        return FORM.matcher(asSent(uri)).replaceFirst("$1");
    }

    /** The path as it was sent: some begin it with two slashes, some end it with one. */
    static String asSent(URI uri) {
        // a URI that begins with two slashes has its first segment parsed as a host
        var raw = (uri.getRawAuthority() != null && !uri.isAbsolute() ? "/" + uri.getRawAuthority() : "")
                + Objects.requireNonNullElse(uri.getRawPath(), "/");
        return clean(raw);
    }

    private static String clean(String raw) {
        var path = raw.replaceAll("/{2,}", "/");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    Request withParts(Map<String, String> values) {
        return new Request(method, path, query, headers, rawBody, values, faults);
    }

    /** The same request of the version that was meant. */
    Request ofVersion(String version) {
        var all = new LinkedHashMap<>(parts);
        all.put(VERSION, version);
        var meant = "/services/data/" + version + path.substring(base().length());
        return new Request(method, meant, query, headers, rawBody, all, faults);
    }

    /** What a placeholder of the route stands for. */
    public String part(String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    /** API version in the path, for example 67.0. */
    public String version() {
        return part(VERSION).substring(1);
    }

    /** The path up to and including the version. */
    public String base() {
        return "/services/data/" + part(VERSION);
    }

    /** The path up to the part of the API that was called: its base, or below that the Tooling API. */
    public String area() {
        return isTooling() ? base() + TOOLING : base();
    }

    /** Whether the Tooling API was called. */
    public boolean isTooling() {
        return path.startsWith(TOOLING + "/", base().length());
    }

    public Optional<String> param(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    public @Nullable String header(String name) {
        return headers.getFirst(name);
    }

    /** The body as it was before it was compressed. */
    public InputStream body() throws IOException {
        return "gzip".equalsIgnoreCase(header("Content-Encoding")) ? new GZIPInputStream(rawBody) : rawBody;
    }

    public String text() throws IOException {
        return new String(body().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** What the body says, be it written in JSON or in XML. */
    public JsonNode json() throws IOException {
        var type = Objects.requireNonNullElse(header("Content-Type"), "");
        return type.startsWith("application/xml") || type.startsWith("text/xml")
                ? XmlBody.read(body())
                : Json.read(body());
    }

    /** The fault of this kind, if one strikes this request. */
    public Optional<Fault> fault(FaultKind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).findFirst();
    }

    /** Whether the client wants records saved that a duplicate rule would warn of. */
    public boolean allowsDuplicates() {
        var header = Objects.requireNonNullElse(header("Sforce-Duplicate-Rule-Header"), "");
        return header.replace(" ", "").contains("allowSave=true");
    }

    /** How the client calls itself. */
    public String client() {
        var options = Objects.requireNonNullElse(header("Sforce-Call-Options"), "");
        for (var option : options.split(",")) {
            if (option.strip().startsWith("client=")) {
                return option.strip().substring("client=".length());
            }
        }
        return Objects.requireNonNullElse(header("User-Agent"), "unknown");
    }
}
