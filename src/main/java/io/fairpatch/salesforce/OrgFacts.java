package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgIdentity;
import io.fairpatch.org.OrgLimit;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the org says about itself: identity, objects, allocations. */
final class OrgFacts {
    private static final String ORGANIZATION = "SELECT Id, Name, IsSandbox FROM Organization";

    private final RestApi rest;
    private final SoapCalls soap;

    OrgFacts(RestApi rest, SoapCalls soap) {
        this.rest = rest;
        this.soap = soap;
    }

    /** Who asks which org answers may meet another one than before. */
    OrgIdentity identity() {
        try {
            return whoAnswers();
        } catch (RemoteException e) {
            if (e.kind() != FailureKind.OTHER_ORG) {
                throw e;
            }
            rest.transport().sessions().forget();
            return whoAnswers();
        }
    }

    private OrgIdentity whoAnswers() {
        var session = rest.transport().sessions().current();
        var organization = rest.send(Call.get(rest.path("/query?q=" + RestQuery.encode(ORGANIZATION))))
                .path("records")
                .path(0);
        var userId = session.userId() == null ? soap.userInfo().getUserId() : session.userId();
        return new OrgIdentity(
                SalesforceId.of(RestApi.required(organization, "Id", "Organization")),
                organization.path("Name").asText(),
                session.instance().toString(),
                rest.version(),
                !organization.path("IsSandbox").asBoolean(),
                SalesforceId.of(userId));
    }

    /** By the Date of an answer, which every HTTP server sends. */
    Instant time() {
        try (var reply = rest.transport().open(Call.get("/services/data"))) {
            return reply.header("Date")
                    .map(date -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from))
                    .orElseThrow(() ->
                            FailureTable.unreadable(reply, "it has no Date").exception());
        } catch (IOException | DateTimeParseException e) {
            throw new RemoteFailure(
                            FailureKind.ANSWER,
                            "The org does not say what time it is.",
                            "/services/data",
                            "",
                            String.valueOf(e.getMessage()),
                            true)
                    .exception(e);
        }
    }

    ObjectSchema describe(String object) {
        var fields = new HashMap<String, FieldSchema>();
        for (JsonNode field : rest.send(Call.get(rest.path("/sobjects/" + object + "/describe")))
                .path("fields")) {
            var schema = field(field);
            fields.put(schema.name(), schema);
        }
        return new ObjectSchema(object, fields);
    }

    Map<String, OrgLimit> limits() {
        var limits = new HashMap<String, OrgLimit>();
        rest.send(Call.get(rest.path("/limits"))).properties().forEach(entry -> {
            var limit = entry.getValue();
            if (limit.has("Max") && limit.has("Remaining")) {
                limits.put(
                        entry.getKey(),
                        new OrgLimit(
                                limit.get("Max").asLong(),
                                limit.get("Remaining").asLong()));
            }
        });
        return Map.copyOf(limits);
    }

    private static FieldSchema field(JsonNode field) {
        List<String> referenceTo = new ArrayList<>();
        field.path("referenceTo").forEach(target -> referenceTo.add(target.asText()));
        return new FieldSchema(
                field.path("name").asText(),
                field.path("label").asText(),
                field.path("type").asText(),
                field.path("length").asInt(),
                field.path("nillable").asBoolean(),
                field.path("updateable").asBoolean(),
                field.path("createable").asBoolean(),
                field.path("filterable").asBoolean(),
                field.path("calculated").asBoolean(),
                referenceTo);
    }
}
