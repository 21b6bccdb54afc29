package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.org.OrgInspector;
import io.fairpatch.org.OrgRow;
import java.io.IOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Looks a Salesforce org over by reading alone. Thread-safe. */
final class SalesforceInspector implements OrgInspector {
    private static final String VERSIONS = "/services/data";

    private final RestApi rest;
    private final Retries retries;
    private final RestQuery query;

    SalesforceInspector(RestApi rest, Retries retries) {
        this.rest = rest;
        this.retries = retries;
        this.query = new RestQuery(rest, retries);
    }

    @Override
    public List<String> versions() {
        var answer = retries.repeat(() -> rest.send(Call.get(VERSIONS)));
        return StreamSupport.stream(answer.spliterator(), false)
                .map(version -> version.path("version").asText())
                .toList();
    }

    @Override
    public Instant clock() {
        return retries.repeat(this::date);
    }

    private Instant date() {
        try (var reply = rest.transport().open(Call.get(VERSIONS))) {
            return ZonedDateTime.parse(reply.header("Date").orElse(""), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new RemoteFailure(
                            FailureKind.ANSWER,
                            "The org's answer has no date.",
                            VERSIONS,
                            "",
                            FailureTable.reason(e),
                            false)
                    .exception(e);
        } catch (IOException e) {
            throw FailureTable.of(e, "GET " + VERSIONS, VERSIONS).exception(e);
        }
    }

    @Override
    public Set<String> objects() {
        var names = new HashSet<String>();
        for (JsonNode object : retries.repeat(() -> rest.send(Call.get(rest.path("/sobjects"))))
                .path("sobjects")) {
            names.add(object.path("name").asText());
        }
        return names;
    }

    @Override
    public List<OrgRow> rows(String soql) {
        return query.rows("/query", soql);
    }

    @Override
    public List<OrgRow> metadata(String soql) {
        return query.rows("/tooling/query", soql);
    }
}
