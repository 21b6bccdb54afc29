package io.fairpatch.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.fairpatch.sandbox.fault.Fault;
import io.fairpatch.sandbox.fault.FaultKind;
import io.fairpatch.sandbox.fault.Faults;
import io.fairpatch.sandbox.limit.Limit;
import io.fairpatch.sandbox.limit.Limits;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes every request: lets faults strike, asks the router, turns refusals into answers. */
final class Front implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Front.class);
    private static final String CONTROLS = "/__sandbox/";
    private static final Response EXCEEDED =
            Response.error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");

    private final Router router;
    private final Faults faults;
    private final CountDownLatch closing;
    private final Limits limits;

    /** @param closing opens when the server stops, so that no fault outlives it */
    Front(Router router, Faults faults, CountDownLatch closing, Limits limits) {
        this.router = router;
        this.faults = faults;
        this.closing = closing;
        this.limits = limits;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var path = Request.path(exchange.getRequestURI());
        var query = Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), "");
        var struck =
                path.startsWith(CONTROLS) ? List.<Fault>of() : faults.take(exchange.getRequestMethod(), path, query);
        boolean counts = path.startsWith("/services/data/") || path.startsWith("/services/Soap/");
        boolean allowed = !counts || limits.use(Limit.API_REQUESTS, 1);
        var response = allowed || !path.startsWith("/services/data/") ? answer(exchange, struck) : EXCEEDED;
        if (find(struck, FaultKind.LOST_ANSWER).isPresent()) {
            throw new IOException("answer lost on demand");
        }
        if (path.startsWith("/services/data/")) {
            var usage = "api-usage=%d/%d".formatted(limits.used(Limit.API_REQUESTS), limits.most(Limit.API_REQUESTS));
            response = response.with("Sforce-Limit-Info", usage);
            response = response.status() == 401 ? response.with("WWW-Authenticate", "Token") : response;
        }
        send(exchange, written(exchange, response), struck);
    }

    /** The answer in the form that the client wants: in JSON or XML, and JSON on one line or on many. */
    private static Response written(HttpExchange exchange, Response response) throws IOException {
        var headers = exchange.getRequestHeaders();
        var path = Request.asSent(exchange.getRequestURI());
        var spoken = RestXml.spoken(path, headers, response);
        boolean onMany = Objects.requireNonNullElse(headers.getFirst("X-PrettyPrint"), "")
                .matches("1|true");
        return onMany && spoken.isJson() ? spoken.pretty() : spoken;
    }

    private Response answer(HttpExchange exchange, List<Fault> struck) throws IOException {
        var refused = HeadSize.refusal(exchange.getRequestURI(), exchange.getRequestHeaders());
        if (refused.isPresent()) {
            return refused.get();
        }
        find(struck, FaultKind.SLOW).ifPresent(fault -> pause(fault.decimal("seconds", 5)));
        var path = Request.path(exchange.getRequestURI());
        var spoiled = struck.stream()
                .map(fault -> FaultAnswers.of(fault, path))
                .flatMap(Optional::stream)
                .findFirst();
        return spoiled.isPresent() ? spoiled.get() : answerSoundly(exchange, struck);
    }

    private Response answerSoundly(HttpExchange exchange, List<Fault> struck) throws IOException {
        boolean head = exchange.getRequestMethod().equals("HEAD");
        var request = Request.of(
                head ? "GET" : exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody(),
                struck);
        try {
            var response = router.respond(request);
            return head ? new Response(response.status(), response.headers(), null) : response;
        } catch (ZipException | EOFException e) {
            return Response.error(400, "BAD_REQUEST", "The body is not compressed as its Content-Encoding says");
        } catch (RuntimeException e) {
            // a client waits for an answer, also where the sandbox is at fault
            LOG.error("{} {} failed", request.method(), request.path(), e);
            return Response.error(500, "UNKNOWN_EXCEPTION", "An unexpected error occurred: " + e);
        }
    }

    private void send(HttpExchange exchange, Response response, List<Fault> struck) throws IOException {
        var sender = new Sender(exchange);
        var cut = find(struck, FaultKind.CUT);
        var stall = find(struck, FaultKind.STALL);
        if (cut.isPresent()) {
            sender.sendPart(response, cut.get().number("bytes", -1));
            throw new IOException("connection cut on demand");
        }
        if (stall.isPresent()) {
            sender.sendPart(response, stall.get().number("bytes", -1));
            pause(stall.get().decimal("seconds", 120));
            throw new IOException("stalled on demand");
        }
        sender.send(response);
    }

    private static Optional<Fault> find(List<Fault> struck, FaultKind kind) {
        return struck.stream().filter(fault -> fault.kind() == kind).findFirst();
    }

    private void pause(double seconds) {
        try {
            boolean stopped = closing.await(Math.round(seconds * 1000), TimeUnit.MILLISECONDS);
            if (stopped) {
                throw new ApiException(503, "SERVER_UNAVAILABLE", "The sandbox is stopping");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
