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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Accounts that stay with their rep until a day. A plan leaves them out of its moves. Thread-safe. */
@Singleton
public final class Pins {
    private static final int MOST_YEARS = 3;
    private static final String PIN =
            """
            INSERT INTO account_pin (org_id, account_id, rep_id, until, reason, pinned_by, pinned_at)
            SELECT org_id, account_id, from_rep, :until, :reason, :person, :now FROM proposal_line WHERE
            """;
    private static final String SELECTED =
            """
             AND kind = 'MOVE' AND from_rep IS NOT NULL
            AND (CAST(:accounts AS text[]) IS NULL OR account_id = ANY(:accounts))
            ON CONFLICT (org_id, account_id) DO UPDATE SET rep_id = excluded.rep_id, until = excluded.until,
                reason = excluded.reason, pinned_by = excluded.pinned_by, pinned_at = excluded.pinned_at
            """;

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditLog audit;
    private final ProposalService proposals;

    public Pins(Jdbi jdbi, Clock clock, AuditLog audit, ProposalService proposals) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
        this.proposals = proposals;
    }

    /**
     * Declines the selected moves and pins their accounts to the reps they are with now.
     *
     * @param until the last day, tomorrow to three years from now
     * @throws io.fairpatch.error.FairpatchException REQUEST_INVALID for another day or without a reason
     */
    public ProposalService.Decided pin(
            SalesforceId org,
            String id,
            long revision,
            Selection selection,
            LocalDate until,
            @Nullable String reason,
            Person person) {
        Rights.require(person, Action.DECIDE_ANY);
        requireDay(until);
        var declined = proposals.decide(org, id, revision, selection, Decision.DECLINED, reason, person);
        String why = reason == null ? "" : reason.strip();
        jdbi.useTransaction(h -> {
            LineFilter filter = selection.filter() == null
                    ? LineFilter.ALL
                    : selection.filter().decided(null);
            int pinned = LineSql.bind(
                            h.createUpdate(PIN + LineSql.matches(filter) + SELECTED),
                            org,
                            id,
                            declined.proposal().version(),
                            filter)
                    .bind("until", until)
                    .bind("reason", why)
                    .bind("person", person.name())
                    .bind("now", now())
                    .bind("accounts", LineSql.accounts(selection.accounts()))
                    .execute();
            var details = Map.of("until", until.toString(), "accounts", pinned, "reason", why);
            audit.append(h, org, person.name(), "account.pin", id, details);
        });
        return declined;
    }

    /** Ends a pin; nothing happens when there is none. */
    public void end(SalesforceId org, SalesforceId account, Person person) {
        Rights.require(person, Action.DECIDE_ANY);
        jdbi.useTransaction(h -> {
            int ended = h.createUpdate("DELETE FROM account_pin WHERE org_id = :org AND account_id = :account")
                    .bind("org", org.value())
                    .bind("account", account.value())
                    .execute();
            if (ended > 0) {
                audit.append(h, org, person.name(), "account.unpin", account.value(), Map.of());
            }
        });
    }

    /** Pins in force today, those that end first at the top. */
    public List<Pin> list(SalesforceId org) {
        return jdbi.withHandle(h -> inForce(h, org, LocalDate.now(clock)));
    }

    /** Accounts pinned to a rep today. */
    public Set<SalesforceId> accounts(SalesforceId org) {
        return list(org).stream().map(Pin::account).collect(Collectors.toSet());
    }

    private static List<Pin> inForce(Handle handle, SalesforceId org, LocalDate today) {
        return handle.createQuery(
                        """
                        SELECT * FROM account_pin WHERE org_id = :org AND until >= :today ORDER BY until, account_id
                        """)
                .bind("org", org.value())
                .bind("today", today)
                .map((row, context) -> new Pin(
                        SalesforceId.of(row.getString("account_id")),
                        SalesforceId.of(row.getString("rep_id")),
                        row.getObject("until", LocalDate.class),
                        row.getString("reason"),
                        row.getString("pinned_by"),
                        row.getObject("pinned_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private void requireDay(LocalDate until) {
        LocalDate today = LocalDate.now(clock);
        if (!until.isAfter(today) || until.isAfter(today.plusYears(MOST_YEARS))) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The day (" + until + ") of a pin must be after today")
                    .because("and at most " + MOST_YEARS + " years away, so that no account is forgotten")
                    .maybe("choose a day after " + today)
                    .exception();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
