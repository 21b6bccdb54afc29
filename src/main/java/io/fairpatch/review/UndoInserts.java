package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.review.UndoDraft.Line;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Stores an undo as the undone proposal turned around: before and after change places, so do giver and receiver. */
final class UndoInserts {
    private static final int FIRST_VERSION = 1;

    private final Handle handle;
    private final UndoDraft draft;
    private final int undoneVersion;
    private final String id;

    UndoInserts(Handle handle, UndoDraft draft, int undoneVersion, String id) {
        this.handle = handle;
        this.draft = draft;
        this.undoneVersion = undoneVersion;
        this.id = id;
    }

    void proposal(Person author, OffsetDateTime now) {
        ofUndone(
                        """
                        INSERT INTO proposal (org_id, id, snapshot_id, author, author_name, created_at, state, version,
                                              revision, approvals_needed, policy_version, undoes)
                        SELECT org_id, :id, snapshot_id, :author, :authorName, :now, 'IN_REVIEW', :version,
                               1, :approvals, :policy, id
                        FROM proposal WHERE org_id = :org AND id = :undone
                        """)
                .bind("author", author.name())
                .bind("authorName", author.displayName())
                .bind("now", now)
                .bind("approvals", draft.approvals())
                .bind("policy", draft.policyVersion())
                .execute();
    }

    /** @param undone how fair the books are with what was written */
    void version(Person author, OffsetDateTime now, ProposalSummary.Balance undone) {
        ofUndone(
                        """
                        INSERT INTO proposal_version (org_id, proposal_id, version, created_at, created_by, accounts,
                            plan_status, gap, why, spread_before, spread_after, largest_before, largest_after)
                        SELECT org_id, :id, :version, :now, :author, accounts,
                            plan_status, NULL, :why, :spread, spread_before, :largest, largest_before
                        FROM proposal_version
                        WHERE org_id = :org AND proposal_id = :undone AND version = :undoneVersion
                        """)
                .bind("now", now)
                .bind("author", author.name())
                .bind("why", draft.why().toArray(String[]::new))
                .bind("spread", undone.spreadAfter())
                .bind("largest", undone.largestAfter())
                .execute();
    }

    /** An account that had no rep goes back to its owner; without an owner, its fields alone are taken back. */
    void lines() {
        ofUndone(
                        """
                        INSERT INTO proposal_line (org_id, proposal_id, version, account_id, account_name, parent_id,
                            kind, from_rep, from_name, from_manager, to_rep, to_name, to_manager, territory, headline,
                            crm_reason, reasons, worth, main_rule, potential_cents, score, tier, before, after, base,
                            open_deals, change)
                        SELECT l.org_id, :id, :version, l.account_id, l.account_name, l.parent_id,
                            CASE WHEN back.rep = l.to_rep THEN 'STAMP' ELSE 'MOVE' END,
                            l.to_rep, l.to_name, l.to_manager, back.rep, back.name,
                            CASE WHEN back.rep = l.from_rep THEN l.from_manager END, u.territory,
                            concat_ws(' ', CASE WHEN back.rep = l.to_rep
                                THEN 'Its territory fields go back to what they held before ' || :undone || '.'
                                ELSE 'Goes back from ' || l.to_name || ' to ' || back.name || '.' END, u.stays),
                            'Taken back: ' || :undone, '[]', -l.worth, 'undo', l.potential_cents, l.score, l.tier,
                            CAST(u.before AS jsonb), CAST(u.after AS jsonb), CAST(u.base AS jsonb), l.open_deals,
                            CASE WHEN l.from_manager IS NOT DISTINCT FROM l.to_manager THEN 'WITHIN_TEAM'
                                ELSE 'BETWEEN_TEAMS' END
                        FROM unnest(:accounts, :territories, :befores, :afters, :bases, :stays)
                            AS u (account, territory, before, after, base, stays)
                        JOIN proposal_line l ON l.org_id = :org AND l.proposal_id = :undone
                            AND l.version = :undoneVersion AND l.account_id = u.account
                        LEFT JOIN org_user o ON o.org_id = l.org_id AND o.id = l.base ->> 'OwnerId'
                        CROSS JOIN LATERAL (SELECT coalesce(l.from_rep, o.id, l.to_rep) AS rep,
                                                   coalesce(l.from_name, o.name, l.to_name) AS name) back
                        """)
                .bind("accounts", texts(line -> line.account().value()))
                .bind("territories", texts(Line::territory))
                .bind("befores", texts(line -> line.base()
                        .only(line.after().values().keySet())
                        .json()))
                .bind("afters", texts(line -> line.after().json()))
                .bind("bases", texts(line -> line.base().json()))
                .bind("stays", texts(UndoInserts::stays))
                .execute();
    }

    /**
     * The accounts as they are since the commit: with the reps that were written. A stamp that takes a rep away leaves
     * the account with nobody.
     */
    void accounts() {
        ofUndone(
                        CopiedAccounts.sql(
                                "CASE WHEN back.kind = 'STAMP' THEN a.rep_id ELSE coalesce(l.to_rep, a.rep_id) END",
                                """
                        LEFT JOIN proposal_line l ON l.org_id = a.org_id AND l.proposal_id = a.proposal_id
                            AND l.account_id = a.account_id AND l.version = :undoneVersion AND
                        """
                                        + Unwritten.standing("l", "undone")
                                        + """
                        LEFT JOIN proposal_line back ON back.org_id = a.org_id AND back.proposal_id = :copy
                            AND back.account_id = a.account_id AND back.version = :version
                        """))
                .bind("copy", id)
                .bind("original", draft.undoes())
                .execute();
    }

    /** @param declined the books with what was written, where that is not the whole of what was proposed */
    void books(List<BookView> declined) {
        ofUndone(
                        """
                        INSERT INTO proposal_book (org_id, proposal_id, version, rep_id, rep_name, manager_id, active,
                            territory, capacity, target_cents, before, after, narrative)
                        SELECT org_id, :id, :version, rep_id, rep_name, manager_id, active,
                            territory, capacity, target_cents, after, before, 'As before ' || :undone || '.'
                        FROM proposal_book
                        WHERE org_id = :org AND proposal_id = :undone AND version = :undoneVersion
                        """)
                .execute();
        for (BookView view : declined) {
            ofUndone(
                            """
                            UPDATE proposal_book SET before = CAST(:load AS jsonb)
                            WHERE org_id = :org AND proposal_id = :id AND version = :version AND rep_id = :rep
                            """)
                    .bind("load", Json.write(view.book().after()))
                    .bind("rep", view.book().rep().value())
                    .execute();
        }
    }

    private static @Nullable String stays(Line line) {
        return line.stays().isEmpty()
                ? null
                : "Changed since, and left as it is: " + String.join(", ", line.stays()) + ".";
    }

    private Update ofUndone(String sql) {
        Update update = handle.createUpdate(sql);
        update.bind("org", draft.org().value()).bind("undone", draft.undoes()).bind("id", id);
        update.bind("version", FIRST_VERSION).bind("undoneVersion", undoneVersion);
        return update;
    }

    private String[] texts(Function<Line, @Nullable String> part) {
        return draft.lines().stream().map(part).toArray(String[]::new);
    }
}
