package io.fairpatch.sync;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.OrgReader;

/** Which objects an org has. */
final class Objects {
    private Objects() {}

    /** Whether this user sees the object at all. */
    static boolean describable(OrgReader reader, String object) {
        try {
            return reader.describe(object).has("Id");
        } catch (FairpatchException e) {
            if (absent(e.code())) {
                return false;
            }
            throw e;
        }
    }

    /** Whether a failed describe means that the org lacks the object, or hides it from this user. */
    static boolean absent(ErrorCode code) {
        return code == ErrorCode.ORG_RIGHTS || code == ErrorCode.ORG_REQUEST || code == ErrorCode.SYNC_FIELD_MISSING;
    }

    /** Whether reading on failed since the org no longer has the job or its results. */
    static boolean gone(ErrorCode code) {
        return code == ErrorCode.ORG_REQUEST
                || code == ErrorCode.ORG_JOB_FAILED
                || code == ErrorCode.ORG_RECORD_COUNT
                || code == ErrorCode.ORG_ANSWER;
    }
}
