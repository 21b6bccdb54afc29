package io.fairpatch.web;

import io.fairpatch.access.oidc.Provider;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.JoblessOrg;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgIdentity;
import io.fairpatch.org.OrgLimit;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.org.QueryJob;
import io.fairpatch.org.RowSink;
import io.fairpatch.org.WriteJob;
import io.fairpatch.org.WriteJobStatus;
import io.fairpatch.org.WriteResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An org of accounts in memory, for pages alone: the protocol is tested elsewhere. Thread-safe. */
final class PaperOrg extends JoblessOrg implements OrgWriter {
    static final SalesforceId ID = SalesforceId.of("00D000000000001");
    private static final List<String> FIELDS = List.of(
            "Id",
            "Name",
            "OwnerId",
            "ParentId",
            "Territory__c",
            "Territory_Rep__c",
            "Territory_Assigned_Date__c",
            "Territory_Score__c",
            "Territory_Tier__c",
            "Territory_Reason__c",
            "Territory_Commit__c");

    private final Map<String, Map<String, String>> accounts = new ConcurrentHashMap<>();
    private final Map<String, List<Map<String, String>>> jobs = new ConcurrentHashMap<>();

    private final boolean production;
    private final AtomicReference<@Nullable Provider> vouches = new AtomicReference<>();

    /** @param production whether it says that people work in it */
    PaperOrg(boolean production) {
        this.production = production;
    }

    void put(SalesforceId id, String name) {
        accounts.put(id.value(), new HashMap<>(Map.of("Id", id.value(), "Name", name)));
    }

    /** From now on people may sign in by this provider; null for by password alone. */
    void vouchedBy(@Nullable Provider provider) {
        vouches.set(provider);
    }

    Optional<Provider> vouches() {
        return Optional.ofNullable(vouches.get());
    }

    /** Somebody in the org gives a field another value. */
    void change(String account, String field, String value, String by, String at) {
        accounts.computeIfPresent(account, (id, values) -> {
            var changed = new HashMap<>(values);
            changed.putAll(Map.of(field, value, "LastModifiedById", by, "LastModifiedDate", at));
            return changed;
        });
    }

    @Override
    public OrgIdentity identity() {
        return new OrgIdentity(
                ID, "Northwind", "http://127.0.0.1", "66.0", production, SalesforceId.of("005000000000001"));
    }

    @Override
    public ObjectSchema describe(String object) {
        return new ObjectSchema(
                object,
                FIELDS.stream()
                        .collect(Collectors.toMap(
                                name -> name,
                                name -> new FieldSchema(
                                        name, name, "string", 255, true, true, true, true, false, List.of()))));
    }

    @Override
    public Instant time() {
        throw new UnsupportedOperationException("Only a sync asks for the time");
    }

    @Override
    public long read(QueryJob job, RowSink sink, Progress progress) {
        return 0;
    }

    @Override
    public List<OrgRecord> read(String object, Collection<String> ids, List<String> fields) {
        return ids.stream()
                .map(accounts::get)
                .filter(Objects::nonNull)
                .map(values -> new OrgRecord(SalesforceId.of(values.getOrDefault("Id", "")), values))
                .toList();
    }

    @Override
    public Map<String, OrgLimit> limits() {
        return Map.of();
    }

    @Override
    public WriteJob createUpdate(String object) {
        return new WriteJob("750" + (jobs.size() + 1), object, "66.0");
    }

    @Override
    public void upload(WriteJob job, List<String> fields, List<Map<String, String>> rows) {
        jobs.put(job.id(), new ArrayList<>(rows));
    }

    @Override
    public void complete(WriteJob job) {
        rows(job)
                .forEach(row -> accounts.computeIfPresent(row.getOrDefault("Id", ""), (id, values) -> {
                    var changed = new HashMap<>(values);
                    changed.putAll(row);
                    return changed;
                }));
    }

    @Override
    public WriteJobStatus status(WriteJob job) {
        return new WriteJobStatus(WriteJobStatus.State.JOB_COMPLETE, rows(job).size(), 0, null);
    }

    @Override
    public List<WriteResult> results(WriteJob job) {
        return rows(job).stream()
                .flatMap(row -> Stream.ofNullable(row.get("Id")))
                .map(id -> new WriteResult(id, WriteResult.Fate.WRITTEN, null, null))
                .toList();
    }

    @Override
    public void abort(WriteJob job) {
        jobs.remove(job.id());
    }

    private List<Map<String, String>> rows(WriteJob job) {
        return jobs.getOrDefault(job.id(), List.of());
    }
}
