package io.fairpatch.salesforce;

import org.jspecify.annotations.Nullable;

/** A failed call on its way to {@link Retries}, which repeats it or turns it into a problem. Never leaves the package. */
final class RemoteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient RemoteFailure failure;

    RemoteException(RemoteFailure failure, @Nullable Throwable cause) {
        super(failure.what(), cause);
        this.failure = failure;
    }

    RemoteFailure failure() {
        return failure;
    }

    FailureKind kind() {
        return failure.kind();
    }
}
