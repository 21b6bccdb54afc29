package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads proposals in numbers. */
final class ProposalSummaries {
    private static final String SELECT =
            """
            SELECT p.org_id, p.id, p.version, p.revision, p.state, p.author, p.author_name, p.created_at,
                   p.snapshot_id, p.fingerprint, p.approvals_needed, p.effective, p.scheduled_for,
                   p.scheduled_by, p.scheduled_note, p.redesign, p.phase_of IS NOT NULL AS phased, p.undoes, v.created_by AS version_by,
                   v.created_at AS version_at, v.accounts, v.plan_status, v.gap, v.why,
                   v.spread_before, v.spread_after, v.largest_before, v.largest_after, t.*, u.*,
                   ARRAY(SELECT a.person FROM proposal_approval a
                         WHERE a.org_id = p.org_id AND a.proposal_id = p.id AND a.version = p.version
                         AND a.valid ORDER BY a.approved_at, a.person) AS approved_by
            FROM proposal p
            JOIN proposal_version v ON v.org_id = p.org_id AND v.proposal_id = p.id AND v.version = p.version
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE kind = 'MOVE') AS moves,
                       count(*) FILTER (WHERE kind = 'MOVE' AND decision = 'APPROVED') AS moves_approved,
                       count(*) FILTER (WHERE kind = 'MOVE' AND decision = 'DECLINED') AS moves_declined,
                       count(*) FILTER (WHERE kind = 'MOVE' AND decision = 'DEFERRED') AS moves_deferred,
                       count(*) FILTER (WHERE kind = 'STAMP') AS stamps,
                       count(*) FILTER (WHERE kind = 'STAMP' AND decision = 'APPROVED') AS stamps_approved,
                       count(*) FILTER (WHERE kind = 'STAMP' AND decision = 'DECLINED') AS stamps_declined,
                       count(*) FILTER (WHERE kind = 'STAMP' AND decision = 'DEFERRED') AS stamps_deferred
                FROM proposal_line l
                WHERE l.org_id = p.org_id AND l.proposal_id = p.id AND l.version = p.version) t
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE kind = 'MOVE') AS moves_unwritten,
                       count(*) FILTER (WHERE kind = 'STAMP') AS stamps_unwritten
                FROM unwritten_line l WHERE l.org_id = p.org_id AND l.proposal_id = p.id) u
            WHERE p.org_id = :org
            """;

    private ProposalSummaries() {}

    static ProposalSummary one(Handle handle, SalesforceId org, String id) {
        ProposalSummary stored = handle.createQuery(SELECT + " AND p.id = :id")
                .bind("org", org.value())
                .bind("id", id)
                .map((row, context) -> summary(row))
                .findOne()
                .orElseThrow(() -> ProposalHead.notFound(id).exception());
        return stored.moves().standing() == stored.moves().total()
                ? stored
                : stored.with(DecidedBooks.balance(handle, Seen.of(stored)));
    }

    private static ProposalSummary summary(ResultSet row) throws SQLException {
        return new ProposalSummary(
                SalesforceId.of(row.getString("org_id")),
                row.getString("id"),
                row.getInt("version"),
                row.getLong("revision"),
                ProposalState.valueOf(row.getString("state")),
                row.getString("author"),
                row.getString("author_name"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("snapshot_id"),
                row.getInt("accounts"),
                tally(row, "moves"),
                tally(row, "stamps"),
                balance(row),
                nullable(row, "gap"),
                Plan.Status.valueOf(row.getString("plan_status")),
                texts(row, "why"),
                row.getString("fingerprint"),
                texts(row, "approved_by"),
                row.getInt("approvals_needed"),
                extras(row));
    }

    private static ProposalSummary.Extras extras(ResultSet row) throws SQLException {
        OffsetDateTime scheduled = row.getObject("scheduled_for", OffsetDateTime.class);
        return new ProposalSummary.Extras(
                row.getObject("effective", LocalDate.class),
                scheduled == null ? null : scheduled.toInstant(),
                row.getString("scheduled_by"),
                row.getString("scheduled_note"),
                row.getString("version_by"),
                row.getObject("version_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("redesign"),
                row.getBoolean("phased"),
                row.getString("undoes"));
    }

    private static ProposalSummary.Balance balance(ResultSet row) throws SQLException {
        return new ProposalSummary.Balance(
                row.getDouble("spread_before"),
                row.getDouble("spread_after"),
                row.getDouble("largest_before"),
                row.getDouble("largest_after"));
    }

    private static ProposalSummary.Tally tally(ResultSet row, String kind) throws SQLException {
        return new ProposalSummary.Tally(
                row.getInt(kind),
                row.getInt(kind + "_approved"),
                row.getInt(kind + "_declined"),
                row.getInt(kind + "_deferred"),
                row.getInt(kind + "_unwritten"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Double nullable(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
