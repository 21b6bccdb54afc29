package io.fairpatch.salesforce;

import io.fairpatch.model.Progress;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgIdentity;
import io.fairpatch.org.OrgLimit;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.org.RowSink;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads a Salesforce org. Thread-safe. */
final class SalesforceReader implements OrgReader {
    private final RestApi rest;
    private final Retries retries;
    private final Pace pace;
    private final OrgFacts facts;
    private final RecordReads records;
    private final BulkQueryJobs jobs;

    SalesforceReader(RestApi rest, Retries retries, Pace pace, SoapCalls soap) {
        this.rest = rest;
        this.retries = retries;
        this.pace = pace;
        this.facts = new OrgFacts(rest, soap);
        this.records = new RecordReads(rest, retries);
        this.jobs = new BulkQueryJobs(rest, retries, pace);
    }

    @Override
    public OrgIdentity identity() {
        return retries.repeat(facts::identity);
    }

    @Override
    public ObjectSchema describe(String object) {
        return retries.repeat(() -> facts.describe(object));
    }

    @Override
    public Map<String, OrgLimit> limits() {
        return retries.repeat(facts::limits);
    }

    @Override
    public List<OrgRecord> read(String object, Collection<String> ids, List<String> fields) {
        return records.read(object, ids, fields);
    }

    @Override
    public long query(BulkQuery query, RowSink sink, Progress progress) {
        progress.stage("Reading " + query.object());
        var job = jobs.create(query);
        if (job.isPresent()) {
            return bulk(job.get(), sink, progress);
        }
        progress.stage("Reading " + query.object() + " row by row, since the org doesn't offer it in bulk");
        return new RestQuery(rest, retries).read(query, sink, progress);
    }

    private long bulk(BulkJob created, RowSink sink, Progress progress) {
        boolean running = true;
        try {
            var complete = jobs.await(created, progress);
            running = false;
            return new QueryPages(rest.transport(), retries, pace.pageRows(), complete, sink, progress).read();
        } finally {
            jobs.remove(created, running);
        }
    }
}
