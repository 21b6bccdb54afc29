package io.fairpatch.sync;

import io.fairpatch.org.BulkQuery;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;

/**
 * Queries over a window of time, whose upper end is fixed before any query is sent.
 *
 * @param upto in milliseconds, as SOQL has them
 * @param overlap how far before the cursor a window begins: a record whose transaction ends late has an older stamp
 */
record Window(Instant upto, Duration overlap) {
    static final String DELETED = "IsDeleted";
    static final String MASTER = "MasterRecordId";

    /** Every record that is shown. */
    BulkQuery full(ReadPlan plan) {
        return new BulkQuery(plan.object().object(), select(plan.fields(), plan), false);
    }

    /** What changed since the cursor, deleted and merged records too where the object has them. */
    BulkQuery changes(ReadPlan plan, Instant cursor) {
        var fields = new LinkedHashSet<>(plan.fields());
        boolean deletable = plan.schema().has(DELETED);
        if (deletable) {
            fields.add(DELETED);
            if (plan.schema().has(MASTER)) {
                fields.add(MASTER);
            }
        }
        return new BulkQuery(
                plan.object().object(),
                select(fields, plan) + " WHERE SystemModstamp >= " + text(cursor.minus(overlap))
                        + " AND SystemModstamp <= " + text(upto),
                deletable);
    }

    /** Id and stamp of every record that is shown. */
    BulkQuery ids(ReadPlan plan) {
        return new BulkQuery(
                plan.object().object(),
                "SELECT Id, SystemModstamp FROM " + plan.object().object(),
                false);
    }

    private static String select(Iterable<String> fields, ReadPlan plan) {
        return "SELECT " + String.join(", ", fields) + " FROM " + plan.object().object();
    }

    private static String text(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment);
    }
}
