package io.fairpatch.error;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one exception type of the house; everything a user may see is in its {@link Problem}. */
public final class FairpatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    FairpatchException(Problem problem, @Nullable Throwable cause) {
        super(problem.render(), cause);
        this.problem = problem;
    }

    /**
     * What we know of a failure: itself or the nearest of its causes that is ours, in which a framework may wrap it; else
     * what its database says.
     */
    public static Optional<FairpatchException> within(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(FairpatchException.class::isInstance)
                .map(FairpatchException.class::cast)
                .findFirst()
                .or(() -> DatabaseFailure.within(failure).map(problem -> problem.exception(failure)));
    }

    public Problem problem() {
        return problem;
    }

    public ErrorCode code() {
        return problem.code();
    }
}
