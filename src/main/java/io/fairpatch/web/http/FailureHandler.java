package io.fairpatch.web.http;

import io.fairpatch.error.FairpatchException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Our own failures, in our own words. */
@Singleton
final class FailureHandler implements ExceptionHandler<FairpatchException, HttpResponse<?>> {
    private final ProblemAnswers answers;

    FailureHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, FairpatchException failure) {
        return answers.answer(request, failure.problem());
    }
}
