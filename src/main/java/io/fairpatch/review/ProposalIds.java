package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

    /** The proposal that a job made, if it got that far. */
    static Optional<String> madeBy(Handle handle, SalesforceId org, UUID job) {
        return handle.createQuery("SELECT id FROM proposal WHERE org_id = :org AND made_by = :job")
                .bind("org", org.value())
                .bind("job", job)
                .mapTo(String.class)
                .findOne();
    }

    /** Notes with a proposal which job made it. */
    static void claim(Handle handle, SalesforceId org, String proposal, UUID job) {
        handle.execute("UPDATE proposal SET made_by = ? WHERE org_id = ? AND id = ?", job, org.value(), proposal);
    }
}
