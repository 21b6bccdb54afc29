package io.fairpatch.error;

import org.jspecify.annotations.Nullable;

/** The one exception type of the house; everything a user may see is in its {@link Problem}. */
public final class FairpatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    FairpatchException(Problem problem, @Nullable Throwable cause) {
        super(problem.render(), cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    public ErrorCode code() {
        return problem.code();
    }
}
