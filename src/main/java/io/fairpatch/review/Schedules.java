package io.fairpatch.review;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** When an approved proposal is written by itself. Thread-safe. */
@Singleton
public final class Schedules {
    private static final Duration FURTHEST = Duration.ofDays(370);

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditLog audit;

    public Schedules(Jdbi jdbi, Clock clock, AuditLog audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
    }

    /** A proposal whose time has come. */
    public record Due(String proposal, int version, String fingerprint, String person, Instant when) {}

    /**
     * Sets the time at which the person's commit starts by itself, as if pressed then: every check is made again.
     *
     * @throws io.fairpatch.error.FairpatchException PROPOSAL_STATE unless approved, FOUR_EYES, SCHEDULE for a time that is
     *     past or over a year away
     */
    public ProposalSummary at(SalesforceId org, String id, long revision, Instant when, Person person) {
        Rights.require(person, Action.COMMIT);
        requireTime(when);
        return change(org, id, revision, person, when);
    }

    /** Takes the time back. */
    public ProposalSummary cancel(SalesforceId org, String id, long revision, Person person) {
        Rights.require(person, Action.COMMIT);
        return change(org, id, revision, person, null);
    }

    /** What is to be written now. */
    public List<Due> due(SalesforceId org) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT id, version, fingerprint, scheduled_by, scheduled_for FROM proposal
                        WHERE org_id = :org AND state = 'APPROVED' AND scheduled_for <= :now
                        AND fingerprint IS NOT NULL AND scheduled_by IS NOT NULL ORDER BY scheduled_for
                        """)
                .bind("org", org.value())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Due(
                        row.getString("id"),
                        row.getInt("version"),
                        row.getString("fingerprint"),
                        row.getString("scheduled_by"),
                        row.getObject("scheduled_for", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** Takes the time back and says why the commit did not start; null when it started. */
    public void done(SalesforceId org, String id, @Nullable String note) {
        jdbi.useTransaction(h -> {
            ProposalHead head = ProposalHead.lock(h, org, id);
            set(h, head, null, null, note);
            head.touch(h);
            var details = Map.of("note", Objects.requireNonNullElse(note, "started"));
            audit.append(h, org, "fairpatch", "proposal.schedule.due", id, details);
        });
    }

    private ProposalSummary change(SalesforceId org, String id, long revision, Person person, @Nullable Instant when) {
        return jdbi.inTransaction(h -> {
            ProposalHead head = ProposalHead.lock(h, org, id);
            head.requireRevision(revision);
            head.requireState("be scheduled", ProposalState.APPROVED);
            FourEyes.requireSecondPerson(head, ProposalSummaries.one(h, org, id).approvedBy(), person);
            set(h, head, when, person.name(), null);
            head.touch(h);
            var details = Map.of("at", when == null ? "never" : when.toString());
            audit.append(h, org, person.name(), "proposal.schedule", id, details);
            return ProposalSummaries.one(h, org, id);
        });
    }

    private static void set(
            Handle handle, ProposalHead head, @Nullable Instant when, @Nullable String person, @Nullable String note) {
        OffsetDateTime time = when == null ? null : when.atOffset(ZoneOffset.UTC);
        handle.createUpdate(
                        """
                        UPDATE proposal SET scheduled_for = :when, scheduled_by = :person, scheduled_note = :note
                        WHERE org_id = :org AND id = :id
                        """)
                .bind("when", time)
                .bind("person", when == null ? null : person)
                .bind("note", note)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .execute();
    }

    private void requireTime(Instant when) {
        Instant now = clock.instant();
        if (!when.isAfter(now) || when.isAfter(now.plus(FURTHEST))) {
            throw Problem.of(ErrorCode.SCHEDULE, "The time (" + when + ") must lie ahead, within a year")
                    .maybe("choose a later time, or start the commit now")
                    .exception();
        }
    }
}
