package io.fairpatch.sandbox.bulk1;

import io.fairpatch.sandbox.bulk.BatchException;
import io.fairpatch.sandbox.bulk.JobIds;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Handler;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.org.RowFaults;
import io.fairpatch.sandbox.org.Write.Kind;
import io.fairpatch.sandbox.org.WriteContext;
import io.fairpatch.sandbox.soql.Soql;
import io.fairpatch.sandbox.soql.SoqlException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Bulk API 1.0 with XML jobs and CSV batches. */
public final class XmlJobsApi {
    private static final String JOBS = "/services/async/{version}/job";
    private static final String BATCHES = JOBS + "/{job}/batch";
    private static final String NAMESPACE = "xmlns=\"http://www.force.com/2009/06/asyncapi/dataload\"";
    private static final Map<String, Kind> KINDS = Map.of(
            "insert", Kind.INSERT,
            "update", Kind.UPDATE,
            "upsert", Kind.UPSERT,
            "delete", Kind.DELETE,
            "hardDelete", Kind.HARD_DELETE);

    private final Org org;
    private final BatchWork work;
    private final Sessions sessions;
    private final JobIds ids;
    private final Duration latency;
    private final Map<String, XmlJob> jobs = new ConcurrentHashMap<>();

    public XmlJobsApi(Org org, RecordWriter writer, Soql soql, Sessions sessions, JobIds ids, Duration latency) {
        this.org = org;
        this.work = new BatchWork(writer, soql);
        this.sessions = sessions;
        this.ids = ids;
        this.latency = latency;
    }

    public void routes(Router router) {
        on(router, "POST", JOBS, this::create);
        on(router, "GET", JOBS + "/{job}", request -> info(job(request)));
        on(router, "POST", JOBS + "/{job}", this::end);
        on(router, "POST", BATCHES, this::addBatch);
        on(router, "GET", BATCHES, this::batches);
        on(router, "GET", BATCHES + "/{batch}", request -> info(200, batch(request)));
        on(
                router,
                "GET",
                BATCHES + "/{batch}/request",
                request -> csv(batch(request).request()));
        on(router, "GET", BATCHES + "/{batch}/result", this::result);
        on(
                router,
                "GET",
                BATCHES + "/{batch}/result/{result}",
                request -> csv(batch(request).result()));
    }

    private void on(Router router, String method, String template, Handler handler) {
        router.on(method, template, request -> {
            try {
                userId(request);
                return handler.handle(request);
            } catch (ApiException e) {
                var error = Map.of("exceptionCode", e.errorCode(), "exceptionMessage", String.valueOf(e.getMessage()));
                return xml(e.status(), "error", error);
            }
        });
    }

    private String userId(Request request) {
        try {
            return sessions.ofToken(Objects.requireNonNullElse(request.header("X-SFDC-Session"), ""));
        } catch (ApiException e) {
            throw new ApiException(401, "InvalidSessionId", "Invalid session id");
        }
    }

    private Response create(Request request) throws IOException {
        var body = Xml.read(request.body());
        var operation = Xml.text(body, "operation").orElse("");
        if (!KINDS.containsKey(operation) && !isQuery(operation)) {
            throw new ApiException(400, "InvalidJob", "Unsupported operation " + operation);
        }
        if (!Xml.text(body, "contentType").orElse("XML").equals("CSV")) {
            throw new ApiException(400, "UnsupportedContentType", "The sandbox takes only CSV batches");
        }
        var name = Xml.text(body, "object").orElse("");
        var type = org.schema()
                .object(name)
                .orElseThrow(() -> new ApiException(400, "InvalidEntity", "Entity '" + name + "' is not supported"));
        var job = new XmlJob(
                ids.job(),
                operation,
                type,
                Xml.text(body, "externalIdFieldName").orElse(null),
                mode(Xml.text(body, "concurrencyMode").orElse(XmlJob.PARALLEL)),
                userId(request),
                request.part("version"),
                now());
        jobs.put(job.id(), job);
        return xml(201, "jobInfo", job.info(now()));
    }

    private static String mode(String wanted) {
        if (!wanted.equals(XmlJob.SERIAL) && !wanted.equals(XmlJob.PARALLEL)) {
            throw new ApiException(400, "InvalidJob", "Unknown concurrency mode " + wanted);
        }
        return wanted;
    }

    private Response end(Request request) throws IOException {
        var job = job(request);
        var state = Xml.text(Xml.read(request.body()), "state").orElse("");
        if (!state.equals("Closed") && !state.equals("Aborted")) {
            throw new ApiException(400, "InvalidJobState", "A job cannot be set to state " + state);
        }
        job.end(state);
        return info(job);
    }

    private Response addBatch(Request request) throws IOException {
        var job = job(request);
        if (!job.isOpen()) {
            throw new ApiException(400, "InvalidJobState", "Job " + job.id() + " is not open");
        }
        var content = request.body().readAllBytes();
        var batch = batch(job, content, request);
        job.batches().add(batch);
        return info(201, batch);
    }

    private XmlBatch batch(XmlJob job, byte[] content, Request request) throws IOException {
        var id = ids.batch();
        var now = now();
        var done = job.turn(now).plus(latency);
        try {
            var context = new WriteContext(job.userId(), request.client(), job.id());
            var kind = KINDS.get(job.operation());
            var made = kind == null
                    ? work.query(
                            new String(content, StandardCharsets.UTF_8),
                            job.operation().equals("queryAll"),
                            job.userId())
                    : work.write(job, kind, content, context, new RowFaults(request.faults()));
            return new XmlBatch(id, job.id(), content, made.csv(), made.size(), made.failed(), null, now, done);
        } catch (BatchException | SoqlException e) {
            var problem = "InvalidBatch : " + e.getMessage();
            return new XmlBatch(id, job.id(), content, "", 0, 0, problem, now, done);
        }
    }

    private Response batches(Request request) {
        var list = job(request).batches().stream()
                .map(batch -> "<batchInfo>" + Xml.elements(batch.info(now())) + "</batchInfo>")
                .collect(Collectors.joining());
        return document(200, "batchInfoList", list);
    }

    private Response result(Request request) {
        var batch = batch(request);
        return isQuery(job(request).operation())
                ? xml(200, "result-list", Map.of("result", "752" + batch.id().substring(3)))
                : csv(batch.result());
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

    private Response info(XmlJob job) {
        return xml(200, "jobInfo", job.info(now()));
    }

    private Response info(int status, XmlBatch batch) {
        return xml(status, "batchInfo", batch.info(now()));
    }

    private static Response csv(byte[] content) {
        return Response.of(200, "text/csv;charset=UTF-8", out -> out.write(content));
    }

    private static Response csv(String content) {
        return csv(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Response xml(int status, String root, Map<String, ? extends @Nullable Object> values) {
        return document(status, root, Xml.elements(values));
    }

    private static Response document(int status, String root, String content) {
        var text =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><%1$s %2$s>%3$s</%1$s>".formatted(root, NAMESPACE, content);
        return Response.text(status, "application/xml;charset=UTF-8", text);
    }
}
