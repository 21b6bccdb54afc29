package io.fairpatch.web.http;

import io.fairpatch.error.ErrorCode;

/** The HTTP status of a problem: its category's, but for the few codes that HTTP has a word of its own for. */
final class Statuses {
    private Statuses() {}

    static int of(ErrorCode code) {
        return switch (code) {
            case ACCESS_SIGN_IN -> 401;
            case PROPOSAL_NOT_FOUND, PAGE_NOT_FOUND, SCENARIO_NOT_FOUND, PLAN_NOT_FOUND -> 404;
            case PROPOSAL_STALE -> 412;
            case REVISION_MISSING -> 428;
            case REQUEST_REPEATED_DIFFERENTLY -> 422;
            default -> code.category().httpStatus();
        };
    }
}
