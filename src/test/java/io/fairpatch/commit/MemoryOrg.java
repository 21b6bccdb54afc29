package io.fairpatch.commit;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.JoblessOrg;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgIdentity;
import io.fairpatch.org.OrgLimit;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.org.QueryJob;
import io.fairpatch.org.RowSink;
import io.fairpatch.org.WriteJob;
import io.fairpatch.org.WriteJobStatus;
import io.fairpatch.org.WriteJobStatus.State;
import io.fairpatch.org.WriteResult;
import io.fairpatch.org.WriteResult.Fate;
import io.fairpatch.review.SampleProposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An org in memory: enough of one to test the ledger against every order of events. */
final class MemoryOrg extends JoblessOrg implements OrgWriter {
    private static final List<String> TEXTS = List.of(
            "Territory__c",
            "Territory_Rep__c",
            "Territory_Tier__c",
            "Territory_Reason__c",
            "Territory_Commit__c",
            "OwnerId",
            "LastModifiedById");

    /** A remote call: before it counts nothing has happened, after it everything has. */
    interface Hook {
        void at(String call, int number);
    }

    final Map<String, Map<String, String>> records = new TreeMap<>();
    final List<String> log = new ArrayList<>();
    final Set<String> refusing = new HashSet<>();
    final Set<String> locking = new HashSet<>();
    /** Status codes by record: what the org says to every write of it. */
    final Map<String, String> refusals = new HashMap<>();

    Hook before = (call, number) -> {};
    Hook after = (call, number) -> {};
    int calls;
    /** Jobs that were told to start do nothing until they are aborted. */
    boolean stuck;

    /** Which org answers. */
    SalesforceId id = SampleProposal.ORG;

    private final Map<String, Job> jobs = new HashMap<>();

    static MemoryOrg withAccounts(int count) {
        var org = new MemoryOrg();
        for (int i = 0; i < count; i++) {
            var fields = new HashMap<String, String>();
            fields.put("OwnerId", SampleProposal.ANA.id().value());
            org.records.put(SampleProposal.account(i).value(), fields);
        }
        return org;
    }

    Map<String, String> record(String id) {
        return Objects.requireNonNull(records.get(id));
    }

    private Job job(WriteJob job) {
        return Objects.requireNonNull(jobs.get(job.id()));
    }

    OrgConnection connection() {
        return new OrgConnection(this, this);
    }

    @Override
    public OrgIdentity identity() {
        return new OrgIdentity(id, "Memory", "http://localhost", "66.0", false, SalesforceId.of("005000000000008"));
    }

    @Override
    public ObjectSchema describe(String object) {
        var fields = new HashMap<String, FieldSchema>();
        TEXTS.forEach(name -> fields.put(name, field(name, "string")));
        fields.put("Territory_Score__c", field("Territory_Score__c", "double"));
        fields.put("Territory_Assigned_Date__c", field("Territory_Assigned_Date__c", "date"));
        return new ObjectSchema(object, fields);
    }

    private static FieldSchema field(String name, String type) {
        return new FieldSchema(name, name, type, 255, true, true, true, true, false, List.of());
    }

    @Override
    public Instant time() {
        throw new UnsupportedOperationException("Only a sync asks for the time");
    }

    @Override
    public long read(QueryJob job, RowSink sink, Progress progress) {
        throw new UnsupportedOperationException("A commit reads by id");
    }

    @Override
    public List<OrgRecord> read(String object, Collection<String> ids, List<String> fields) {
        return call("read", () -> ids.stream()
                .filter(records::containsKey)
                .map(id -> new OrgRecord(SalesforceId.of(id), record(id)))
                .toList());
    }

    @Override
    public Map<String, OrgLimit> limits() {
        return Map.of();
    }

    @Override
    public WriteJob createUpdate(String object) {
        return call("create", () -> {
            String id = "750" + jobs.size();
            jobs.put(id, new Job());
            return new WriteJob(id, object, "66.0");
        });
    }

    @Override
    public void upload(WriteJob job, List<String> fields, List<Map<String, String>> rows) {
        call("upload", () -> job(job).rows = List.copyOf(rows));
    }

    @Override
    public void complete(WriteJob job) {
        call("complete", () -> {
            Job it = job(job);
            if (it.state != State.OPEN) {
                throw fault(ErrorCode.ORG_REQUEST);
            }
            it.state = State.UPLOAD_COMPLETE;
            return it;
        });
    }

    /** A job is at work whenever somebody looks: a third of it each time. */
    private void work(Job job) {
        if (job.state == State.UPLOAD_COMPLETE || job.state == State.IN_PROGRESS) {
            int end = Math.min(job.rows.size(), job.results.size() + 1 + job.rows.size() / 3);
            job.rows.subList(job.results.size(), end).forEach(row -> write(job, row));
            job.state = end < job.rows.size() ? State.IN_PROGRESS : State.JOB_COMPLETE;
        }
    }

    private void write(Job job, Map<String, String> row) {
        String id = Objects.requireNonNull(row.get("Id"));
        String refusal = refusals.get(id);
        if (refusal != null) {
            job.results.add(new WriteResult(id, Fate.FAILED, refusal, "The org said " + refusal));
        } else if (refusing.contains(id)) {
            job.results.add(new WriteResult(id, Fate.FAILED, "FIELD_CUSTOM_VALIDATION_EXCEPTION", "No"));
        } else if (locking.remove(id)) {
            job.results.add(new WriteResult(id, Fate.FAILED, "UNABLE_TO_LOCK_ROW", "Locked"));
        } else {
            row.forEach((field, value) -> {
                if (!field.equals("Id")) {
                    put(record(id), field, value);
                    log.add(id + " " + field);
                }
            });
            job.results.add(new WriteResult(id, Fate.WRITTEN, null, null));
        }
    }

    /** An org shows no text where a field is empty. */
    private static void put(Map<String, String> record, String field, @Nullable String value) {
        if (value == null) {
            record.remove(field);
        } else {
            record.put(field, value);
        }
    }

    @Override
    public WriteJobStatus status(WriteJob job) {
        return call("status", () -> {
            Job it = job(job);
            if (!stuck) {
                work(it);
            }
            return new WriteJobStatus(it.state, it.results.size(), 0, null);
        });
    }

    @Override
    public List<WriteResult> results(WriteJob job) {
        return call("results", () -> {
            Job it = job(job);
            Set<String> done = it.results.stream().map(WriteResult::id).collect(Collectors.toSet());
            Stream<WriteResult> left = it.rows.stream()
                    .map(row -> Objects.requireNonNull(row.get("Id")))
                    .filter(id -> !done.contains(id))
                    .map(id -> new WriteResult(id, Fate.UNPROCESSED, null, null));
            return Stream.concat(it.results.stream(), left).toList();
        });
    }

    @Override
    public void abort(WriteJob job) {
        call("abort", () -> {
            Job it = job(job);
            it.state = it.state.terminal() ? it.state : State.ABORTED;
            return it;
        });
    }

    static FairpatchException fault(ErrorCode code) {
        return Problem.of(code, "The org failed on purpose").exception();
    }

    private <T> T call(String name, Supplier<T> effect) {
        int number = ++calls;
        before.at(name, number);
        T answer = effect.get();
        after.at(name, number);
        return answer;
    }

    private static final class Job {
        State state = State.OPEN;
        List<Map<String, String>> rows = List.of();
        final List<WriteResult> results = new ArrayList<>();
    }
}
