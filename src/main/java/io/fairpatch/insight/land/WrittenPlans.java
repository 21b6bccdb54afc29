package io.fairpatch.insight.land;

import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads what was planned and written last; changes nothing. */
final class WrittenPlans {
    private static final String WRITTEN = "('COMMITTED', 'PARTLY_COMMITTED')";

    /** Of a line: that its change is not in the org, though a commit tried to write it. */
    private static final String UNWRITTEN =
            """
            EXISTS (SELECT 1 FROM unwritten_line u WHERE u.org_id = l.org_id AND u.proposal_id = l.proposal_id
                AND u.account_id = l.account_id)
            """;

    private WrittenPlans() {}

    private record Last(String proposal, int version, String root, LocalDate day, boolean copied) {}

    /** When anything was written last; empty when nothing was. */
    static Optional<OffsetDateTime> newest(Handle handle, SalesforceId org) {
        return handle.createQuery("SELECT max(finished_at) FROM commit_run WHERE org_id = :org")
                .bind("org", org.value())
                .mapTo(OffsetDateTime.class)
                .findOne();
    }

    static Optional<WrittenPlan> last(Handle handle, SalesforceId org) {
        return handle.createQuery(
                        """
                        SELECT p.id, p.version, coalesce(p.phase_of, p.id) AS root, (r.finished_at AT TIME ZONE 'UTC')::date AS day,
                               EXISTS (SELECT 1 FROM sync_run s WHERE s.org_id = r.org_id
                                   AND s.finished_at IS NOT NULL AND s.started_at >= r.finished_at) AS copied
                        FROM commit_run r JOIN proposal p ON p.org_id = r.org_id AND p.id = r.proposal_id
                        WHERE r.org_id = :org AND r.finished_at IS NOT NULL AND p.state IN
                        """
                                + WRITTEN + " ORDER BY r.finished_at DESC, p.id LIMIT 1")
                .bind("org", org.value())
                .map((row, context) -> new Last(
                        row.getString("id"),
                        row.getInt("version"),
                        row.getString("root"),
                        row.getObject("day", LocalDate.class),
                        row.getBoolean("copied")))
                .findOne()
                .map(last -> new WrittenPlan(
                        last.proposal(),
                        last.day(),
                        last.copied(),
                        books(handle, org, last),
                        placed(handle, org, last)));
    }

    private static List<WrittenPlan.PlannedBook> books(Handle handle, SalesforceId org, Last last) {
        return handle.createQuery(
                        """
                        SELECT rep_id, rep_name, territory, target_cents,
                               (after ->> 'accounts')::bigint + kept.accounts AS accounts,
                               (after ->> 'potentialCents')::bigint + kept.potential AS potential
                        FROM proposal_book b
                        CROSS JOIN LATERAL (
                            SELECT count(*) FILTER (WHERE from_rep = rep_id)
                                       - count(*) FILTER (WHERE to_rep = rep_id) AS accounts,
                                   coalesce(sum(potential_cents) FILTER (WHERE from_rep = rep_id), 0)
                                       - coalesce(sum(potential_cents) FILTER (WHERE to_rep = rep_id), 0) AS potential
                            FROM proposal_line l
                            WHERE l.org_id = :org AND l.proposal_id = :id AND l.version = :version AND l.kind = 'MOVE'
                            AND (l.decision <> 'APPROVED' OR
                        """
                                + UNWRITTEN
                                + """
                            )) kept
                        WHERE b.org_id = :org AND b.proposal_id = :id AND b.version = :version
                        ORDER BY lower(territory), rep_id
                        """)
                .bind("org", org.value())
                .bind("id", last.proposal())
                .bind("version", last.version())
                .map((row, context) -> new WrittenPlan.PlannedBook(
                        SalesforceId.of(row.getString("rep_id")),
                        row.getString("rep_name"),
                        row.getString("territory"),
                        row.getLong("accounts"),
                        row.getLong("potential"),
                        row.getLong("target_cents")))
                .list();
    }

    private static Map<SalesforceId, SalesforceId> placed(Handle handle, SalesforceId org, Last last) {
        return handle.createQuery(
                        """
                        SELECT DISTINCT ON (l.account_id) l.account_id, l.to_rep
                        FROM proposal p JOIN proposal_line l ON l.org_id = p.org_id AND l.proposal_id = p.id
                            AND l.version = p.version AND l.kind = 'MOVE' AND l.decision = 'APPROVED'
                        WHERE p.org_id = :org AND (p.id = :root OR p.phase_of = :root) AND NOT
                        """
                                + UNWRITTEN + " AND p.state IN " + WRITTEN + " ORDER BY l.account_id, p.effective DESC")
                .bind("org", org.value())
                .bind("root", last.root())
                .map((row, context) -> Map.entry(
                        SalesforceId.of(row.getString("account_id")), SalesforceId.of(row.getString("to_rep"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
