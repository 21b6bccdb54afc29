package io.fairpatch.web.http;

import io.fairpatch.error.FairpatchException;
import io.micronaut.context.exceptions.BeanCreationException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A part of the house that could not be made: mostly since no org is configured, or its key is not there. */
@Singleton
final class WiringFailures implements ExceptionHandler<BeanCreationException, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(WiringFailures.class);

    private final ProblemAnswers answers;

    WiringFailures(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public HttpResponse<?> handle(HttpRequest request, BeanCreationException failure) {
        return FairpatchException.within(failure)
                .map(known -> answers.answer(request, known.problem()))
                .orElseGet(() -> {
                    LOG.error("A part of the house could not be made", failure);
                    return answers.answer(request, FrameworkFailures.problem(request, 500));
                });
    }
}
