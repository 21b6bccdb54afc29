package io.fairpatch.commit;

import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgWriter;

/** By which of the org's interfaces a batch goes. */
enum Channel {
    /** Bulk API 2.0: the usual way. */
    BULK,
    /** Bulk API 1.0 in serial mode: the last resort for rows that keep being locked. */
    SERIAL;

    OrgWriter writer(OrgConnection org) {
        return switch (this) {
            case BULK -> org.writer();
            case SERIAL -> org.serial();
        };
    }
}
