package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.org.OrgInspector;
import io.fairpatch.org.OrgRow;
import java.time.Instant;
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
    private final SoapCalls soap;

    SalesforceInspector(RestApi rest, Retries retries, SoapCalls soap) {
        this.soap = soap;
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
        return retries.repeat(soap::time);
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
