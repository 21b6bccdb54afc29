package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.model.Counts;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Book;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Copies a version of a proposal to its next one, or a part of it to the first version of another proposal. */
final class VersionCopy {
    private static final String LINES =
            """
            INSERT INTO proposal_line (org_id, proposal_id, version, account_id, account_name, parent_id, kind,
                from_rep, from_name, from_manager, to_rep, to_name, to_manager, territory, headline, crm_reason,
                reasons, worth, main_rule, potential_cents, score, tier, before, after, base, decision, decided_by,
                decided_at, decline_reason, change, edited, dropped, open_deals, contested_by)
            SELECT org_id, :to, :next, account_id, account_name, parent_id, kind,
                from_rep, from_name, from_manager, to_rep, to_name, to_manager, territory, headline, crm_reason,
                reasons, worth, main_rule, potential_cents, score, tier, before,
                CASE WHEN after ->> :field IS NULL THEN after
                     ELSE jsonb_set(after, ARRAY[:field], to_jsonb(CAST(:commit AS text))) END,
                base, decision, decided_by,
                decided_at, decline_reason, change, edited, NULL, open_deals, contested_by
            FROM proposal_line WHERE org_id = :org AND proposal_id = :id AND version = :version
            AND (CAST(:accounts AS text[]) IS NULL OR account_id = ANY(:accounts))
            """;
    private static final String VOICES =
            """
            INSERT INTO proposal_voice (org_id, proposal_id, version, account_id, manager_id, person, agrees, reason,
                said_at)
            SELECT org_id, :to, :next, account_id, manager_id, person, agrees, reason, said_at
            FROM proposal_voice WHERE org_id = :org AND proposal_id = :id AND version = :version
            AND (CAST(:accounts AS text[]) IS NULL OR account_id = ANY(:accounts))
            """;
    private static final String BOOKS =
            """
            INSERT INTO proposal_book (org_id, proposal_id, version, rep_id, rep_name, manager_id, active, territory,
                capacity, target_cents, before, after, narrative, languages, clearances, ramp, latitude, longitude,
                manager_name)
            SELECT org_id, :to, :next, rep_id, rep_name, manager_id, active, territory,
                capacity, target_cents, before, after, narrative, languages, clearances, ramp, latitude, longitude,
                manager_name
            FROM proposal_book WHERE org_id = :org AND proposal_id = :id AND version = :version
            """;

    private final Handle handle;
    private final ProposalHead head;
    private final String to;
    private final int next;
    private final List<SalesforceId> accounts;

    VersionCopy(Handle handle, ProposalHead head, int next) {
        this(handle, head, head.id(), next, List.of());
    }

    /** @param accounts whose lines are copied; empty is all */
    VersionCopy(Handle handle, ProposalHead head, String to, int next, List<SalesforceId> accounts) {
        this.handle = handle;
        this.head = head;
        this.to = to;
        this.next = next;
        this.accounts = accounts;
    }

    /** The version's row; the proven distance to the optimum does not hold for what a hand changed. */
    void version(Person person, OffsetDateTime now, boolean sameTargets) {
        update(
                        """
                        INSERT INTO proposal_version (org_id, proposal_id, version, created_at, created_by, accounts,
                            plan_status, gap, why, spread_before, spread_after, largest_before, largest_after)
                        SELECT org_id, :to, :next, :now, :person, accounts, plan_status,
                               CASE WHEN :same THEN gap END, why,
                               spread_before, spread_after, largest_before, largest_after
                        FROM proposal_version WHERE org_id = :org AND proposal_id = :id AND version = :version
                        """)
                .bind("now", now)
                .bind("person", person.name())
                .bind("same", sameTargets)
                .execute();
    }

    /** The lines with their decisions, and what managers said; the text that names the version in the org follows. */
    void lines(String commitField) {
        String[] some = LineSql.accounts(accounts);
        int lines = update(LINES)
                .bind("accounts", some)
                .bind("field", commitField)
                .bind("commit", to + ".v" + next)
                .execute();
        ProposalInserts.count(handle, lines);
        update(VOICES).bind("accounts", some).execute();
    }

    /** The day from which the moves hold, in the proposal and in what the version would write. */
    void day(String dateField, LocalDate day) {
        update("UPDATE proposal SET effective = :day WHERE org_id = :org AND id = :to")
                .bind("day", day)
                .execute();
        update(
                        """
                        UPDATE proposal_line SET after = jsonb_set(after, ARRAY[:field], to_jsonb(CAST(:day AS text)))
                        WHERE org_id = :org AND proposal_id = :to AND version = :next
                        AND after ->> :field IS NOT NULL
                        """)
                .bind("field", dateField)
                .bind("day", day.toString())
                .execute();
    }

    void books() {
        update(BOOKS).execute();
    }

    /** What the touched books hold now, said anew since the planner's sentence speaks of its own plan. */
    void loads(List<BookView> changed, String after) {
        for (BookView view : changed) {
            update(
                            """
                            UPDATE proposal_book SET before = CAST(:before AS jsonb), after = CAST(:after AS jsonb),
                                   narrative = :narrative
                            WHERE org_id = :org AND proposal_id = :to AND version = :next AND rep_id = :rep
                            """)
                    .bind("before", Json.write(view.book().before()))
                    .bind("after", Json.write(view.book().after()))
                    .bind("narrative", narrative(view, after))
                    .bind("rep", view.book().rep().value())
                    .execute();
        }
    }

    void balance(ProposalSummary.Balance balance) {
        update(
                        """
                        UPDATE proposal_version SET spread_before = :spreadBefore, spread_after = :spreadAfter,
                               largest_before = :largestBefore, largest_after = :largestAfter
                        WHERE org_id = :org AND proposal_id = :to AND version = :next
                        """)
                .bind("spreadBefore", balance.spreadBefore())
                .bind("spreadAfter", balance.spreadAfter())
                .bind("largestBefore", balance.largestBefore())
                .bind("largestAfter", balance.largestAfter())
                .execute();
    }

    private static String narrative(BookView view, String after) {
        Book book = view.book();
        Book.Load load = book.after();
        Double ratio = view.ratioAfter();
        String share = ratio == null ? "" : String.format(Locale.ROOT, ", %.0f %% of the target", ratio * 100);
        return String.format(
                Locale.ROOT,
                "%s has %s worth %,d a year%s, %,.0f hours of work, after %s.",
                view.repName(),
                Counts.of(load.accounts(), "account", "accounts"),
                load.potentialCents() / 100,
                share,
                load.workloadHours(),
                after);
    }

    private Update update(String sql) {
        return handle.createUpdate(sql)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", head.version())
                .bind("to", to)
                .bind("next", next);
    }
}
