package io.fairpatch.sandbox.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.metadata.DirectWrites.Verb;
import io.fairpatch.sandbox.metadata.DirectWrites.Written;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Custom fields as records of the Tooling API, by which they are made, changed and deleted. */
public final class CustomFieldsApi {
    private static final String TYPE = "CustomField";
    private static final String COMPONENT =
            "<metadata xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"CustomField\">%s</metadata>";

    private final Org org;
    private final DirectWrites writes;
    private final Sessions sessions;

    public CustomFieldsApi(Org org, Deployments deployments, Sessions sessions) {
        this.org = org;
        this.writes = new DirectWrites(deployments);
        this.sessions = sessions;
    }

    public void routes(ApiRoutes api) {
        var records = "/tooling/sobjects/" + TYPE;
        api.on("POST", records, this::create);
        api.on("PATCH", records + "/{id}", this::update);
        api.on("DELETE", records + "/{id}", this::delete);
    }

    private Response create(Request request) throws IOException {
        var body = request.json();
        var written = write(request, Verb.CREATE, body.path("FullName").asText(), body);
        if (written.code() != null) {
            return refusal(written);
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", find("FullName", written.fullName()).map(Row::id).orElse(""));
        answer.put("success", true);
        for (var nothing : List.of("errors", "warnings", "infos")) {
            answer.put(nothing, List.of());
        }
        return Response.json(201, answer);
    }

    private Response update(Request request) throws IOException {
        return done(write(request, Verb.UPDATE, fullName(request), request.json()));
    }

    private Response delete(Request request) throws IOException {
        return done(writes.delete(TYPE, fullName(request), sessions.userId(request)));
    }

    private Written write(Request request, Verb verb, String fullName, JsonNode body) throws IOException {
        return writes.write(verb, component(fullName, body.path("Metadata")), sessions.userId(request));
    }

    private static Response done(Written written) {
        return written.code() == null ? Response.empty(204) : refusal(written);
    }

    private static Response refusal(Written written) {
        return Response.error(400, String.valueOf(written.code()), written.message());
    }

    /** What the Metadata API calls the field of this record. */
    private String fullName(Request request) {
        return find("Id", request.part("id"))
                .map(row -> row.text(org.table(TYPE).type().require("FullName")))
                .orElseThrow(ApiException::notFound);
    }

    private Optional<Row> find(String field, String value) {
        org.listFields();
        var key = org.table(TYPE).type().require(field);
        return org.table(TYPE).rows().stream()
                .filter(row -> row.text(key).startsWith(value))
                .findFirst();
    }

    /** The field as the Metadata API is sent it. */
    private static Element component(String fullName, JsonNode metadata) throws IOException {
        var content = Xml.elements(Map.of("fullName", fullName)) + members(metadata);
        return Xml.read(new ByteArrayInputStream(COMPONENT.formatted(content).getBytes(StandardCharsets.UTF_8)));
    }

    private static String members(JsonNode object) {
        var xml = new StringBuilder();
        object.properties().forEach(member -> xml.append(element(member.getKey(), member.getValue())));
        return xml.toString();
    }

    private static String element(String name, JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            var all = new StringBuilder();
            value.forEach(each -> all.append(element(name, each)));
            return all.toString();
        }
        var content = value.isObject() ? members(value) : Xml.escape(value.asText());
        return "<%1$s>%2$s</%1$s>".formatted(name, content);
    }
}
