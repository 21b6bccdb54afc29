package io.fairpatch.web.http;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/**
 * What the framework itself refuses or fails at. Its texts may hold parts of exceptions, so that none of them is sent:
 * the status alone decides what is said, unless what lies behind is known, as a database that is away.
 */
@Singleton
@Primary
final class FrameworkFailures implements ErrorResponseProcessor<Object> {
    private final ProblemAnswers answers;

    FrameworkFailures(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    public MutableHttpResponse<Object> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        HttpRequest<?> request = context.getRequest();
        return context.getRootCause()
                .flatMap(FairpatchException::within)
                .map(known -> answers.answer(request, known.problem()))
                .orElseGet(() -> byStatus(request, response));
    }

    private MutableHttpResponse<Object> byStatus(HttpRequest<?> request, MutableHttpResponse<?> response) {
        int status = response.code();
        Problem problem = problem(request, status);
        if (request.getPath().startsWith("/api/")) {
            return response.body((Object) ProblemJson.of(problem, status)).contentType(ProblemJson.MEDIA_TYPE);
        }
        return response.body(answers.page(request, problem, status).body()).contentType(MediaType.TEXT_HTML_TYPE);
    }

    static Problem problem(HttpRequest<?> request, int status) {
        String call = request.getMethod() + " " + request.getPath();
        return switch (status) {
            case 404 ->
                Problem.of(ErrorCode.PAGE_NOT_FOUND, "There is nothing at " + request.getPath())
                        .maybe("start again from the first page");
            case 405 ->
                Problem.of(ErrorCode.REQUEST_INVALID, "The method does not fit: " + call)
                        .maybe("look up the methods of this address in /api/v1/openapi.yml");
            case 413 ->
                Problem.of(ErrorCode.REQUEST_INVALID, "The request is too large: " + call)
                        .maybe("send less at once");
            case 415 ->
                Problem.of(ErrorCode.REQUEST_INVALID, "The content type does not fit: " + call)
                        .maybe("send the Content-Type that /api/v1/openapi.yml names, as a rule application/json");
            case 500 ->
                Problem.of(ErrorCode.INTERNAL, "Something went wrong on our side: " + call)
                        .maybe("try again; if it stays, send us the log of this hour");
            default ->
                Problem.of(ErrorCode.REQUEST_INVALID, "The request can't be read: " + call)
                        .maybe("compare it with /api/v1/openapi.yml");
        };
    }
}
