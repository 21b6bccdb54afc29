package io.fairpatch.web.http;

import io.fairpatch.error.Problem;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure as RFC 9457 shapes it.
 *
 * @param code our number, for example FP6012
 * @param errors what is wrong where, one entry at least
 */
@Serdeable
public record ProblemJson(
        String type, String title, int status, String detail, String code, @Nullable String advice, List<Part> errors) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public ProblemJson {
        errors = List.copyOf(errors);
    }

    /** One thing that is wrong. */
    @Serdeable
    public record Part(@Nullable String pointer, String message) {}

    static ProblemJson of(Problem problem, int status) {
        String detail = problem.why() == null ? problem.what() : problem.what() + ": " + problem.why();
        return new ProblemJson(
                "urn:fairpatch:problem:" + problem.code().id(),
                problem.what(),
                status,
                detail,
                problem.code().id(),
                problem.advice(),
                List.of(new Part(problem.where(), problem.what())));
    }
}
