package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.plan.Book;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Copies a version of a proposal to the next. */
final class VersionCopy {
    private static final String LINES =
            """
            INSERT INTO proposal_line (org_id, proposal_id, version, account_id, account_name, parent_id, kind,
                from_rep, from_name, from_manager, to_rep, to_name, to_manager, territory, headline, crm_reason,
                reasons, worth, main_rule, potential_cents, score, tier, before, after, base, decision, decided_by,
                decided_at, decline_reason, change, edited, dropped, wave, open_deals, contested_by)
            SELECT org_id, proposal_id, :next, account_id, account_name, parent_id, kind,
                from_rep, from_name, from_manager, to_rep, to_name, to_manager, territory, headline, crm_reason,
                reasons, worth, main_rule, potential_cents, score, tier, before,
                CASE WHEN after ->> :field IS NULL THEN after
                     ELSE jsonb_set(after, ARRAY[:field], to_jsonb(CAST(:commit AS text))) END,
                base, decision, decided_by,
                decided_at, decline_reason, change, edited, NULL, wave, open_deals, contested_by
            FROM proposal_line WHERE org_id = :org AND proposal_id = :id AND version = :version
            """;
    private static final String VOICES =
            """
            INSERT INTO proposal_voice (org_id, proposal_id, version, account_id, manager_id, person, agrees, reason,
                said_at)
            SELECT org_id, proposal_id, :next, account_id, manager_id, person, agrees, reason, said_at
            FROM proposal_voice WHERE org_id = :org AND proposal_id = :id AND version = :version
            """;
    private static final String BOOKS =
            """
            INSERT INTO proposal_book (org_id, proposal_id, version, rep_id, rep_name, manager_id, active, territory,
                capacity, target_cents, before, after, narrative, languages, clearances, ramp, latitude, longitude,
                manager_name)
            SELECT org_id, proposal_id, :next, rep_id, rep_name, manager_id, active, territory,
                capacity, target_cents, before, after, narrative, languages, clearances, ramp, latitude, longitude,
                manager_name
            FROM proposal_book WHERE org_id = :org AND proposal_id = :id AND version = :version
            """;

    private final Handle handle;
    private final ProposalHead head;
    private final int next;

    VersionCopy(Handle handle, ProposalHead head, int next) {
        this.handle = handle;
        this.head = head;
        this.next = next;
    }

    /** The version's row; the proven distance to the optimum does not hold for what a hand changed. */
    void version(Person person, OffsetDateTime now, boolean sameTargets) {
        update(
                        """
                        INSERT INTO proposal_version (org_id, proposal_id, version, created_at, created_by, accounts,
                            plan_status, gap, why, spread_before, spread_after, largest_before, largest_after)
                        SELECT org_id, proposal_id, :next, :now, :person, accounts, plan_status,
                               CASE WHEN :same THEN gap END, why,
                               spread_before, spread_after, largest_before, largest_after
                        FROM proposal_version WHERE org_id = :org AND proposal_id = :id AND version = :version
                        """)
                .bind("now", now)
                .bind("person", person.name())
                .bind("same", sameTargets)
                .execute();
    }

    /** All lines with their decisions, and what managers said; the text that names the version in the org follows. */
    void lines(String commitField, String commit) {
        int lines =
                update(LINES).bind("field", commitField).bind("commit", commit).execute();
        ProposalInserts.count(handle, lines);
        update(VOICES).execute();
    }

    void books() {
        update(BOOKS).execute();
    }

    /** What the touched books hold now, said anew since the planner's sentence speaks of its own plan. */
    void loads(List<BookView> changed, int edits) {
        for (BookView view : changed) {
            update(
                            """
                            UPDATE proposal_book SET after = CAST(:after AS jsonb), narrative = :narrative
                            WHERE org_id = :org AND proposal_id = :id AND version = :next AND rep_id = :rep
                            """)
                    .bind("after", Json.write(view.book().after()))
                    .bind("narrative", narrative(view, edits))
                    .bind("rep", view.book().rep().value())
                    .execute();
        }
    }

    void balance(ProposalSummary.Balance balance) {
        update(
                        """
                        UPDATE proposal_version SET spread_before = :spreadBefore, spread_after = :spreadAfter,
                               largest_before = :largestBefore, largest_after = :largestAfter
                        WHERE org_id = :org AND proposal_id = :id AND version = :next
                        """)
                .bind("spreadBefore", balance.spreadBefore())
                .bind("spreadAfter", balance.spreadAfter())
                .bind("largestBefore", balance.largestBefore())
                .bind("largestAfter", balance.largestAfter())
                .execute();
    }

    private static String narrative(BookView view, int edits) {
        Book book = view.book();
        Book.Load load = book.after();
        Double ratio = view.ratioAfter();
        String share = ratio == null ? "" : String.format(Locale.ROOT, ", %.0f %% of the target", ratio * 100);
        return String.format(
                Locale.ROOT,
                "%s has %,d accounts worth %,d a year%s, %,.0f hours of work, after %d changes by hand.",
                view.repName(),
                load.accounts(),
                load.potentialCents() / 100,
                share,
                load.workloadHours(),
                edits);
    }

    private Update update(String sql) {
        return handle.createUpdate(sql)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", head.version())
                .bind("next", next);
    }
}
