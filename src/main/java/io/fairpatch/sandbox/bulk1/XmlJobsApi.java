package io.fairpatch.sandbox.bulk1;

import io.fairpatch.sandbox.bulk.BatchException;
import io.fairpatch.sandbox.bulk.JobIds;
import io.fairpatch.sandbox.bulk.UpsertKey;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Handler;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.http.Versions;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.org.RowFaults;
import io.fairpatch.sandbox.org.Write.Kind;
import io.fairpatch.sandbox.org.WriteContext;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.soql.Soql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Bulk API 1.0: jobs in XML or JSON, batches in CSV, XML or JSON, zipped or not. */
public final class XmlJobsApi {
    private static final String JOBS = "/services/async/{version}/job";
    private static final String BATCHES = JOBS + "/{job}/batch";
    private static final Map<String, Kind> KINDS = Map.of(
            "insert", Kind.INSERT,
            "update", Kind.UPDATE,
            "upsert", Kind.UPSERT,
            "delete", Kind.DELETE,
            "hardDelete", Kind.HARD_DELETE);

    private final Org org;
    private final BatchWork work;
    private final Sessions sessions;
    private final Versions versions;
    private final JobIds ids;
    private final Duration latency;
    private final Map<String, XmlJob> jobs = new ConcurrentHashMap<>();

    public XmlJobsApi(
            Org org,
            RecordWriter writer,
            Soql soql,
            Sessions sessions,
            Versions versions,
            JobIds ids,
            Duration latency) {
        this.org = org;
        this.work = new BatchWork(org, writer, soql);
        this.sessions = sessions;
        this.versions = versions;
        this.ids = ids;
        this.latency = latency;
    }

    public void routes(Router router) {
        on(router, "POST", JOBS, this::create);
        on(router, "GET", JOBS + "/{job}", request -> info(request, 200, job(request)));
        on(router, "POST", JOBS + "/{job}", this::end);
        on(router, "POST", BATCHES, this::addBatch);
        on(router, "GET", BATCHES, this::batches);
        on(router, "GET", BATCHES + "/{batch}", request -> info(request, 200, batch(request)));
        on(
                router,
                "GET",
                BATCHES + "/{batch}/request",
                request -> Replies.content(format(request), batch(request).request()));
        on(router, "GET", BATCHES + "/{batch}/result", this::result);
        on(router, "GET", BATCHES + "/{batch}/result/{result}", this::resultOfQuery);
    }

    private void on(Router router, String method, String template, Handler handler) {
        router.on(method, template, request -> {
            try {
                if (!versions.knows(request.part("version"))) {
                    throw new ApiException(400, "InvalidVersion", "Invalid Api version specified on URL");
                }
                userId(request);
                return handler.handle(request);
            } catch (ApiException e) {
                var error =
                        Json.object("exceptionCode", e.errorCode(), "exceptionMessage", String.valueOf(e.getMessage()));
                return Replies.one(speaksJson(request), e.status(), "error", error);
            }
        });
    }

    /** Clients sign in anew when they are told so with 400, otherwise than in REST. */
    private String userId(Request request) {
        try {
            return sessions.bulkUserId(request);
        } catch (ApiException e) {
            throw new ApiException(400, "InvalidSessionId", "Invalid session id");
        }
    }

    private Response create(Request request) throws IOException {
        var body = body(request);
        var operation = body.getOrDefault("operation", "");
        if (!KINDS.containsKey(operation) && !isQuery(operation)) {
            throw new ApiException(400, "InvalidJob", "Unsupported operation " + operation);
        }
        var name = body.getOrDefault("object", "");
        var type = org.schema()
                .object(name)
                .orElseThrow(() -> new ApiException(400, "InvalidEntity", "Entity '" + name + "' is not supported"));
        var job = new XmlJob(
                ids.job(),
                operation,
                type,
                keyField(type, operation, body),
                mode(body.getOrDefault("concurrencyMode", XmlJob.PARALLEL)),
                Content.of(body.getOrDefault("contentType", "XML")),
                userId(request),
                request.part("version"),
                now(),
                PkChunks.of(request).orElse(null));
        jobs.put(job.id(), job);
        return info(request, 201, job);
    }

    private static @Nullable String keyField(ObjectType type, String operation, Map<String, String> body) {
        return KINDS.get(operation) == Kind.UPSERT
                ? UpsertKey.of(
                        type,
                        body.getOrDefault("externalIdFieldName", ""),
                        why -> new ApiException(400, "InvalidJob", why))
                : null;
    }

    /** What a request says of a job: texts by name. */
    private static Map<String, String> body(Request request) throws IOException {
        var said = new HashMap<String, String>();
        if (Replies.isJson(request)) {
            request.json()
                    .properties()
                    .forEach(entry -> said.put(entry.getKey(), entry.getValue().asText("")));
        } else {
            Xml.children(Xml.read(request.body()))
                    .forEach(child -> said.put(
                            child.getLocalName(), child.getTextContent().strip()));
        }
        said.values().removeIf(String::isEmpty);
        return said;
    }

    private static String mode(String wanted) {
        if (!wanted.equals(XmlJob.SERIAL) && !wanted.equals(XmlJob.PARALLEL)) {
            throw new ApiException(400, "InvalidJob", "Unknown concurrency mode " + wanted);
        }
        return wanted;
    }

    private Response end(Request request) throws IOException {
        var job = job(request);
        var state = body(request).getOrDefault("state", "");
        if (!state.equals("Closed") && !state.equals("Aborted")) {
            throw new ApiException(400, "InvalidJobState", "A job cannot be set to state " + state);
        }
        job.end(state);
        return info(request, 200, job);
    }

    private Response addBatch(Request request) throws IOException {
        var job = job(request);
        if (!job.isOpen()) {
            throw new ApiException(400, "InvalidJobState", "Job " + job.id() + " is not open");
        }
        var content = request.body().readAllBytes();
        if (new String(content, StandardCharsets.UTF_8).isBlank()) {
            throw new ApiException(400, "ClientInputError", "Unable to find any data to create batch");
        }
        var made = made(job, content, request);
        job.batches().addAll(made);
        return info(request, 201, made.get(0));
    }

    /** The batch that the content makes; where it is split the one that was asked for comes first, and does nothing. */
    private List<XmlBatch> made(XmlJob job, byte[] content, Request request) throws IOException {
        var now = now();
        var done = job.turn(now).plus(latency);
        var batches = new ArrayList<XmlBatch>();
        try {
            var results = results(job, content, request);
            if (job.chunks().isPresent() && isQuery(job.operation())) {
                batches.add(XmlBatch.replaced(ids.batch(), job, content, now));
            }
            results.forEach(each -> batches.add(XmlBatch.of(ids.batch(), job, content, each, now, done)));
        } catch (BatchException e) {
            batches.add(XmlBatch.failed(ids.batch(), job, content, e.stateMessage(), now, done));
        }
        return batches;
    }

    private List<BatchWork.Done> results(XmlJob job, byte[] content, Request request)
            throws IOException, BatchException {
        var kind = KINDS.get(job.operation());
        if (kind == null) {
            var soql = new String(content, StandardCharsets.UTF_8);
            return work.query(job, soql, job.operation().equals("queryAll"));
        }
        var context = new WriteContext(job.userId(), request.client(), job.id());
        return List.of(work.write(job, kind, content, context, new RowFaults(request.faults())));
    }

    private Response batches(Request request) {
        var all =
                job(request).batches().stream().map(batch -> batch.info(now())).toList();
        return Replies.list(speaksJson(request), "batchInfoList", "batchInfo", all);
    }

    private Response result(Request request) {
        var batch = batch(request);
        if (!batch.isDone(now()) || batch.unprocessed() || batch.problem() != null) {
            throw new ApiException(400, "InvalidBatch", "Batch not completed");
        }
        return isQuery(job(request).operation())
                ? Replies.names(speaksJson(request), "result-list", "result", List.of(resultId(batch)))
                : Replies.content(format(request), batch.result());
    }

    private Response resultOfQuery(Request request) {
        var batch = batch(request);
        if (!request.part("result").equals(resultId(batch))) {
            throw new ApiException(400, "InvalidBatch", "Unable to find result with id: " + request.part("result"));
        }
        return Replies.content(format(request), batch.result());
    }

    private static String resultId(XmlBatch batch) {
        return "752" + batch.id().substring(3);
    }

    private Content.Format format(Request request) {
        return job(request).content().format();
    }

    /**
     * Whether the request, or the job it names, is written in JSON. Batches are told of as their job is written, that
     * is in XML where it is CSV, however they are asked for.
     */
    private boolean speaksJson(Request request) {
        var job = jobs.get(request.parts().getOrDefault("job", ""));
        return job != null && request.path().contains(job.id() + "/batch") ? isJson(job) : speaksJson(request, job);
    }

    private static boolean speaksJson(Request request, @Nullable XmlJob job) {
        return Replies.isJson(request) || job != null && isJson(job);
    }

    private static boolean isJson(XmlJob job) {
        return job.content().format() == Content.Format.JSON;
    }

    private XmlJob job(Request request) {
        var job = jobs.get(request.part("job"));
        if (job == null) {
            throw new ApiException(400, "InvalidJob", "Unable to find job with id: " + request.part("job"));
        }
        return job;
    }

    private XmlBatch batch(Request request) {
        return job(request).batches().stream()
                .filter(batch -> batch.id().equals(request.part("batch")))
                .findFirst()
                .orElseThrow(() -> new ApiException(
                        400, "InvalidBatch", "Unable to find batch with id: " + request.part("batch")));
    }

    private static boolean isQuery(String operation) {
        return operation.equals("query") || operation.equals("queryAll");
    }

    private Instant now() {
        return org.clock().instant();
    }

    private Response info(Request request, int status, XmlJob job) {
        return Replies.one(speaksJson(request, job), status, "jobInfo", job.info(now()));
    }

    private Response info(Request request, int status, XmlBatch batch) {
        return Replies.one(speaksJson(request), status, "batchInfo", batch.info(now()));
    }
}
