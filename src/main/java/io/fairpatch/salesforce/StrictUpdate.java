package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.DirectWriter;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.org.WriteResult;
import io.fairpatch.org.WriteResult.Fate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * Writes records one by one by REST with If-Match: the org refuses a record that changed since it was read (412). Works
 * on accounts only, which alone have an ETag. Thread-safe.
 */
final class StrictUpdate implements DirectWriter {
    /** The record differed when it was read, or the org refused it as changed. */
    private static final String CHANGED = "CHANGED";

    private final RestApi rest;
    private final Retries retries;

    StrictUpdate(RestApi rest, Retries retries) {
        this.rest = rest;
        this.retries = retries;
    }

    @Override
    public List<WriteResult> update(String object, List<Row> rows, Set<String> options) {
        var results = new ArrayList<WriteResult>(rows.size());
        for (Row row : rows) {
            results.add(update(object, row));
        }
        return results;
    }

    private WriteResult update(String object, Row row) {
        String path = rest.path("/sobjects/" + object + "/" + row.id());
        Seen seen = retries.repeat(() -> read(path, row));
        if (!row.unchanged().test(seen.record())) {
            return new WriteResult(row.id(), Fate.FAILED, CHANGED, "The account was changed since it was planned");
        }
        try {
            retries.onlyOnce(() ->
                    rest.send(Call.json("PATCH", path, Json.write(row.values())).ifMatch(seen.etag())));
            return new WriteResult(row.id(), Fate.WRITTEN, null, null);
        } catch (FairpatchException e) {
            return refused(row, e);
        }
    }

    /** A refusal of one row is its fate; anything else concerns all of them. */
    private static WriteResult refused(Row row, FairpatchException e) {
        if (e.getCause() instanceof RemoteException remote && remote.failure().refusesRow()) {
            RemoteFailure failure = remote.failure();
            String code = failure.orgCode().equals("PRECONDITION_FAILED") ? CHANGED : failure.orgCode();
            return new WriteResult(row.id(), Fate.FAILED, code, failure.why());
        }
        throw e;
    }

    private Seen read(String path, Row row) {
        String fields = String.join(",", row.compared());
        Reply reply = rest.transport().open(Call.get(path + "?fields=" + fields));
        String etag = reply.header("ETag").orElse("");
        JsonNode record = RestApi.read(reply);
        if (etag.isEmpty()) {
            throw new RemoteFailure(FailureKind.ANSWER, "The org gave no ETag for the record.", path, "", "", false)
                    .exception();
        }
        var values = new HashMap<String, String>();
        for (String field : row.compared()) {
            String text = FieldText.of(record.path(field));
            if (!text.isEmpty()) {
                values.put(field, text);
            }
        }
        return new Seen(etag, new OrgRecord(SalesforceId.of(row.id()), values));
    }

    private record Seen(String etag, OrgRecord record) {}
}
