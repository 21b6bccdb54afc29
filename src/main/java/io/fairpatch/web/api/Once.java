package io.fairpatch.web.api;

import io.fairpatch.access.IdempotencyKeys;
import io.fairpatch.access.IdempotencyKeys.Answer;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.web.http.SignedIn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers a state-changing call, and answers it again when it is repeated with the same Idempotency-Key. */
@Singleton
final class Once {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    Once(IdempotencyKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** What a call did. */
    record Done(int status, Object body, @Nullable Long revision, @Nullable String location) {
        static Done changed(ProposalJson proposal) {
            return new Done(200, proposal, proposal.revision(), null);
        }
    }

    HttpResponse<String> run(HttpRequest<?> request, SignedIn who, @Nullable Object body, Supplier<Done> call) {
        String key = request.getHeaders().get(HEADER);
        if (key == null) {
            return http(answer(call.get()));
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The Idempotency-Key must have 1 to 255 characters")
                    .maybe("send a new random one for each thing you do, for example a UUID")
                    .exception();
        }
        String content = String.join(
                "\n",
                request.getMethodName(),
                request.getPath(),
                String.valueOf(request.getHeaders().get(HttpHeaders.IF_MATCH)),
                body == null ? "" : write(body));
        return http(keys.once(who.person(), key, content, () -> answer(call.get())));
    }

    private Answer answer(Done done) {
        return new Answer(done.status(), write(done.body()), done.revision(), done.location());
    }

    private static HttpResponse<String> http(Answer answer) {
        MutableHttpResponse<String> response = HttpResponse.<String>status(HttpStatus.valueOf(answer.status()))
                .body(answer.body())
                .contentType(MediaType.APPLICATION_JSON_TYPE);
        if (answer.revision() != null) {
            response.header(HttpHeaders.ETAG, Revisions.etag(answer.revision()));
        }
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        return response;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
