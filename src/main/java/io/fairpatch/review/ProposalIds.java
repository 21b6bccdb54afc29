package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jdbi.v3.core.Handle;

/** Ids that people can say: P, the day, and a running number of that day, for example {@code P260131-2}. */
final class ProposalIds {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private ProposalIds() {}

    /** The next free id of the org; others who ask wait until this transaction ends. */
    static String next(Handle handle, SalesforceId org, OffsetDateTime now) {
        handle.createQuery("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext(:lock))) AS held")
                .bind("lock", "proposal of " + org)
                .mapTo(Integer.class)
                .one();
        String day = "P" + DAY.format(now) + "-";
        int taken = handle.createQuery("SELECT count(*) FROM proposal WHERE org_id = :org AND starts_with(id, :day)")
                .bind("org", org.value())
                .bind("day", day)
                .mapTo(Integer.class)
                .one();
        return day + (taken + 1);
    }
}
