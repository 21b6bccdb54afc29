package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads phases, and what can become one. */
final class PhaseSql {
    private PhaseSql() {}

    static List<Phase> list(Handle handle, SalesforceId org, String id) {
        var phases = new ArrayList<Phase>();
        handle.createQuery(
                        """
                        SELECT p.id, coalesce(p.effective, (p.created_at AT TIME ZONE 'UTC')::date) AS day, p.state, v.spread_after,
                               t.moves, t.cents
                        FROM proposal p
                        JOIN proposal_version v ON v.org_id = p.org_id AND v.proposal_id = p.id
                            AND v.version = p.version
                        CROSS JOIN LATERAL (
                            SELECT count(*) AS moves, coalesce(sum(potential_cents), 0) AS cents FROM proposal_line l
                            WHERE l.org_id = p.org_id AND l.proposal_id = p.id AND l.version = p.version
                            AND l.kind = 'MOVE') t
                        WHERE p.org_id = :org
                        AND p.phase_of = (SELECT phase_of FROM proposal WHERE org_id = :org AND id = :id)
                        ORDER BY day, p.created_at, p.id
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .map((row, context) -> new Phase(
                        row.getString("id"),
                        phases.size() + 1,
                        row.getObject("day", LocalDate.class),
                        ProposalState.valueOf(row.getString("state")),
                        row.getInt("moves"),
                        row.getLong("cents"),
                        row.getDouble("spread_after")))
                .forEach(phases::add);
        return List.copyOf(phases);
    }

    /** The moves that may still be written. */
    static List<PhaseSplit.Move> moves(Handle handle, ProposalHead head) {
        return handle.createQuery(
                        """
                        SELECT l.account_id, l.parent_id, l.potential_cents, coalesce(a.growth, 0) AS growth,
                               coalesce(b.ramp IN ('RAMPED', 'SENIOR'), false) AS tenured
                        FROM proposal_line l
                        LEFT JOIN proposal_account a ON a.org_id = l.org_id AND a.proposal_id = l.proposal_id
                            AND a.account_id = l.account_id
                        LEFT JOIN proposal_book b ON b.org_id = l.org_id AND b.proposal_id = l.proposal_id
                            AND b.version = l.version AND b.rep_id = l.from_rep
                        WHERE l.org_id = :org AND l.proposal_id = :id AND l.version = :version AND l.kind = 'MOVE'
                        AND l.decision <> 'DECLINED' ORDER BY l.account_id
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", head.version())
                .map((row, context) -> new PhaseSplit.Move(
                        SalesforceId.of(row.getString("account_id")),
                        AccountFacts.id(row.getString("parent_id")),
                        row.getLong("potential_cents"),
                        row.getDouble("growth"),
                        row.getBoolean("tenured")))
                .list();
    }

    static List<SalesforceId> selected(Handle handle, ProposalHead head, Selection selection) {
        LineFilter filter = selection.filter() == null ? LineFilter.MOVES : selection.filter();
        return LineSql.bind(
                        handle.createQuery(
                                "SELECT account_id FROM proposal_line WHERE" + LineSql.matches(filter)
                                        + """
                                 AND kind = 'MOVE' AND decision <> 'DECLINED'
                                AND (CAST(:accounts AS text[]) IS NULL OR account_id = ANY(:accounts))
                                """),
                        head.org(),
                        head.id(),
                        head.version(),
                        filter)
                .bind("accounts", LineSql.accounts(selection.accounts()))
                .map((row, context) -> SalesforceId.of(row.getString("account_id")))
                .list();
    }
}
