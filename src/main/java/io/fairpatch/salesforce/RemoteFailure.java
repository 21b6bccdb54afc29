package io.fairpatch.salesforce;

import io.fairpatch.error.Problem;

/**
 * A call to the org that failed.
 *
 * @param what one sentence
 * @param where the URL without its query
 * @param orgCode the org's own error code, empty when it gave none
 * @param why the org's words, or the network's; may be empty
 * @param doubt true when the org may have acted all the same: the call went out and no refusal came back
 */
record RemoteFailure(FailureKind kind, String what, String where, String orgCode, String why, boolean doubt) {

    /** Whether the org refused this one record, rather than the call. */
    boolean refusesRow() {
        return !doubt && !orgCode.isEmpty() && (kind == FailureKind.REQUEST || kind == FailureKind.RIGHTS)
                || orgCode.equals("UNABLE_TO_LOCK_ROW");
    }

    Problem problem() {
        var problem = Problem.of(kind.code(), what).at(where).maybe(kind.advice());
        return why.isBlank() ? problem : problem.because(why);
    }

    RemoteException exception() {
        return new RemoteException(this, null);
    }

    RemoteException exception(Throwable cause) {
        return new RemoteException(this, cause);
    }
}
