package io.fairpatch.commit;

import io.fairpatch.org.DirectWriter;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgWriter;
import java.util.Objects;

/** By which of the org's interfaces a batch goes. */
enum Channel {
    /** Bulk API 2.0: the usual way. */
    BULK,
    /** Bulk API 1.0 in serial mode: the last resort for rows that keep being locked. */
    SERIAL,
    /** REST, row by row, with If-Match: the org itself refuses what changed. */
    STRICT,
    /** SOAP, 200 rows a call: the only one that takes options for changes of owner. */
    OWNERS;

    /** Whether the answer comes at once, without a job. */
    boolean direct() {
        return switch (this) {
            case BULK, SERIAL -> false;
            case STRICT, OWNERS -> true;
        };
    }

    OrgWriter writer(OrgConnection org) {
        return switch (this) {
            case BULK -> org.writer();
            case SERIAL -> org.serial();
            case STRICT, OWNERS -> throw new IllegalStateException(this + " has no jobs");
        };
    }

    DirectWriter direct(OrgConnection org) {
        return switch (this) {
            case BULK, SERIAL -> throw new IllegalStateException(this + " writes by jobs");
            case STRICT -> Objects.requireNonNull(org.strict());
            case OWNERS -> Objects.requireNonNull(org.owners());
        };
    }
}
