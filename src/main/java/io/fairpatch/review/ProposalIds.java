package io.fairpatch.review;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
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

    /** The plan that a proposal, or the first phase of it, was made of. */
    static Optional<Long> plan(Handle handle, SalesforceId org, String id) {
        return handle.createQuery(
                        """
                        SELECT coalesce(p.plan_run, first.plan_run) FROM proposal p
                        LEFT JOIN proposal first ON first.org_id = p.org_id AND first.id = p.phase_of
                        WHERE p.org_id = :org AND p.id = :id
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .mapTo(Long.class)
                .findOne();
    }

    /** Notes with a proposal which job made it, of which plan. */
    static void claim(Handle handle, SalesforceId org, String proposal, UUID job, long plan) {
        handle.execute(
                "UPDATE proposal SET made_by = ?, plan_run = ? WHERE org_id = ? AND id = ?",
                job,
                plan,
                org.value(),
                proposal);
    }

    /**
     * Refuses a plan of which an open proposal is there already: people would decide on the same moves twice. Whoever
     * calls this holds the lock of {@link #next}.
     */
    static void requireNew(Handle handle, SalesforceId org, long plan) {
        handle.createQuery(
                        "SELECT id, state FROM proposal WHERE org_id = :org AND plan_run = :plan ORDER BY created_at")
                .bind("org", org.value())
                .bind("plan", plan)
                .map((row, context) -> new Made(row.getString("id"), ProposalState.valueOf(row.getString("state"))))
                .filter(made -> made.state().mayBecome(ProposalState.WITHDRAWN))
                .findFirst()
                .ifPresent(made -> {
                    throw Problem.of(
                                    ErrorCode.PROPOSAL_STATE,
                                    "Plan " + plan + " is proposed already: " + made.id() + " is "
                                            + made.state().words())
                            .maybe("go on with that one, or withdraw it and propose again")
                            .exception();
                });
    }

    private record Made(String id, ProposalState state) {}
}
