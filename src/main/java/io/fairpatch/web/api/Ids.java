package io.fairpatch.web.api;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;

/** Reads ids as callers send them. */
final class Ids {
    private Ids() {}

    static SalesforceId account(String text) {
        if (!text.matches("[A-Za-z0-9]{15}|[A-Za-z0-9]{18}")) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The id (" + text + ") must have 15 or 18 letters and digits")
                    .exception();
        }
        return SalesforceId.of(text);
    }
}
