package io.fairpatch.commit;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The right to write to one org, held by one run at a time. Time only decides when an abandoned lease may be taken over;
 * safety comes from the token, which every ledger transaction checks and locks, so that a holder that slept through a
 * take-over can't change the ledger any more.
 *
 * @param token higher than any earlier holder's
 */
record Lease(SalesforceId org, long token, Clock clock) {
    static final Duration LENGTH = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /** Takes the lease, waiting for an abandoned one to run out; COMMIT_LEASE when another process keeps it alive. */
    static Lease acquire(Jdbi jdbi, SalesforceId org, String holder, Clock clock, Pause pause, Progress progress) {
        OffsetDateTime giveUp = now(clock).plus(LENGTH).plus(LOOK_AGAIN.multipliedBy(4));
        while (true) {
            Optional<Long> token = jdbi.inTransaction(h -> take(h, org, holder, now(clock)));
            if (token.isPresent()) {
                return new Lease(org, token.get(), clock);
            }
            if (!now(clock).isBefore(giveUp)) {
                throw Problem.of(ErrorCode.COMMIT_LEASE, "Another process is writing to org " + org)
                        .maybe("wait until its commit is done, then try again")
                        .exception();
            }
            progress.stage("Waiting until no other process writes to the org");
            pause.of(LOOK_AGAIN);
        }
    }

    private static Optional<Long> take(Handle handle, SalesforceId org, String holder, OffsetDateTime now) {
        return handle.createQuery(
                        """
                        INSERT INTO commit_lease AS held (org_id, holder, token, expires_at)
                        VALUES (:org, :holder, 1, :expires)
                        ON CONFLICT (org_id) DO UPDATE
                        SET holder = :holder, token = held.token + 1, expires_at = :expires
                        WHERE held.expires_at <= :now OR held.holder = :holder
                        RETURNING token
                        """)
                .bind("org", org.value())
                .bind("holder", holder)
                .bind("now", now)
                .bind("expires", now.plus(LENGTH))
                .mapTo(Long.class)
                .findOne();
    }

    /** Renews the lease and locks it until the transaction ends; COMMIT_LEASE when someone took it over. */
    void keep(Handle handle) {
        extendTo(handle, now(clock).plus(LENGTH));
    }

    /** Lets the next one have it at once. */
    void release(Handle handle) {
        extendTo(handle, now(clock));
    }

    private void extendTo(Handle handle, OffsetDateTime end) {
        int kept = handle.createUpdate(
                        "UPDATE commit_lease SET expires_at = :end WHERE org_id = :org AND token = :token")
                .bind("end", end)
                .bind("org", org.value())
                .bind("token", token)
                .execute();
        if (kept == 0) {
            throw Problem.of(ErrorCode.COMMIT_LEASE, "Another process took over the commit to org " + org)
                    .because("this one did not report for " + LENGTH.toSeconds() + " seconds")
                    .maybe("look at the run's page: the other process goes on with it")
                    .exception();
        }
    }

    private static OffsetDateTime now(Clock clock) {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
