package io.fairpatch.salesforce;

import io.fairpatch.model.Progress;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgIdentity;
import io.fairpatch.org.OrgLimit;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.org.QueryJob;
import io.fairpatch.org.RowSink;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads a Salesforce org. Thread-safe. */
final class SalesforceReader implements OrgReader {
    private final RestApi rest;
    private final Retries retries;
    private final Pace pace;
    private final OrgFacts facts;
    private final RecordReads records;
    private final BulkQueryJobs jobs;
    /** Jobs known to have ended, which need no stopping. */
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

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
    public Instant time() {
        return retries.repeat(facts::time);
    }

    @Override
    public QueryJob start(BulkQuery query) {
        return jobs.create(query)
                .map(job -> new QueryJob(query, job.id(), job.apiVersion(), "", 0))
                .orElseGet(() -> new QueryJob(query, "", "", "", 0));
    }

    @Override
    public long read(QueryJob job, RowSink sink, Progress progress) {
        if (job.id().isEmpty()) {
            return new RestQuery(rest, retries).read(job, sink, progress);
        }
        var complete = jobs.await(new BulkJob(job.id(), job.apiVersion(), "", 0, 0, ""), progress);
        ended.add(job.id());
        try (var pages = new PagesAhead(rest, retries, pace.pageRows(), complete)) {
            return new QueryPages(pages, retries, job, complete, sink, progress).read();
        }
    }

    @Override
    public OptionalLong readShort(BulkQuery query, int most, RowSink sink, Progress progress) {
        return new RestQuery(rest, retries).readShort(query, most, sink, progress);
    }

    @Override
    public void discard(QueryJob job) {
        if (!job.id().isEmpty()) {
            jobs.remove(new BulkJob(job.id(), job.apiVersion(), "", 0, 0, ""), !ended.remove(job.id()));
        }
    }
}
