package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The one way lines are filtered: lists and decisions share it, so that a selection is what was shown. */
final class LineSql {
    private static final String FOUND = "position(lower(:text) IN search) > 0";

    private static final String AWAITED =
            """
            (from_manager = :awaited OR to_manager = :awaited) AND decision = 'UNDECIDED' AND change <> 'CONTESTED'
            AND NOT EXISTS (SELECT 1 FROM proposal_voice v WHERE v.org_id = :org AND v.proposal_id = :proposal
                AND v.version = :version AND v.account_id = proposal_line.account_id AND v.manager_id = :awaited)
            """;

    private LineSql() {}

    /** Continues "WHERE" with what the filter asks for and no more, so that an index serves it; see {@link #bind}. */
    static String matches(LineFilter filter) {
        var sql = new StringBuilder(" org_id = :org AND proposal_id = :proposal AND version = :version ");
        and(sql, filter.kind(), "kind = :kind");
        and(sql, filter.rep(), "(from_rep = :rep OR to_rep = :rep)");
        and(sql, filter.territory(), "territory = :territory");
        and(sql, filter.mainRule(), "main_rule = :rule");
        and(sql, filter.decision(), "decision = :decision");
        and(sql, filter.minPotentialCents(), "potential_cents >= :least");
        and(sql, filter.maxPotentialCents(), "potential_cents <= :most");
        and(sql, filter.change(), "change = :changeKind");
        and(sql, filter.openDeals(), "(open_deals > 0) = :withDeals");
        and(sql, filter.edited(), "edited = :byHand");
        and(sql, filter.team(), "(from_manager = :managedBy OR to_manager = :managedBy)");
        and(sql, filter.word(), AWAITED);
        and(sql, text(filter), FOUND);
        return sql.toString();
    }

    /** One page of the lines that match: which they are is found first, so that no wide row is sorted. */
    static String page(LineFilter filter, LineSort sort) {
        return " (org_id, proposal_id, version, account_id) IN (SELECT org_id, proposal_id, version, account_id"
                + " FROM proposal_line WHERE" + matches(filter) + sort.orderBy() + "LIMIT :limit OFFSET :offset)"
                + sort.orderBy();
    }

    private static void and(StringBuilder sql, @Nullable Object wanted, String condition) {
        if (wanted != null) {
            sql.append("AND ").append(condition).append(' ');
        }
    }

    static <T extends SqlStatement<T>> T bind(
            T statement, SalesforceId org, String proposal, int version, LineFilter filter) {
        return statement
                .bind("org", org.value())
                .bind("proposal", proposal)
                .bind("version", version)
                .bind("rep", filter.rep() == null ? null : filter.rep().value())
                .bind("territory", filter.territory())
                .bind("rule", filter.mainRule())
                .bind("kind", filter.kind())
                .bind("decision", filter.decision())
                .bind("least", filter.minPotentialCents())
                .bind("most", filter.maxPotentialCents())
                .bind("changeKind", filter.change())
                .bind("withDeals", filter.openDeals())
                .bind("byHand", filter.edited())
                .bind("managedBy", filter.team() == null ? null : filter.team().value())
                .bind("awaited", filter.word() == null ? null : filter.word().value())
                .bind("text", text(filter));
    }

    private static @Nullable String text(LineFilter filter) {
        return filter.text() == null || filter.text().isBlank()
                ? null
                : filter.text().strip();
    }

    static ProposalLine line(ResultSet row) throws SQLException {
        String from = row.getString("from_rep");
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new ProposalLine(
                SalesforceId.of(row.getString("account_id")),
                row.getString("account_name"),
                LineKind.valueOf(row.getString("kind")),
                from == null ? null : SalesforceId.of(from),
                row.getString("from_name"),
                SalesforceId.of(row.getString("to_rep")),
                row.getString("to_name"),
                row.getString("territory"),
                row.getString("headline"),
                row.getDouble("worth"),
                row.getString("main_rule"),
                row.getLong("potential_cents"),
                row.getDouble("score"),
                row.getString("tier"),
                Decision.valueOf(row.getString("decision")),
                row.getString("decided_by"),
                decidedAt == null ? null : decidedAt.toInstant(),
                row.getString("decline_reason"),
                extras(row));
    }

    private static ProposalLine.Extras extras(ResultSet row) throws SQLException {
        OffsetDateTime contestedBy = row.getObject("contested_by", OffsetDateTime.class);
        return new ProposalLine.Extras(
                ChangeKind.valueOf(row.getString("change")),
                row.getBoolean("edited"),
                row.getString("dropped"),
                row.getInt("open_deals"),
                contestedBy == null ? null : contestedBy.toInstant(),
                Unwritten.of(row));
    }

    static String @Nullable [] accounts(List<SalesforceId> accounts) {
        return accounts.isEmpty()
                ? null
                : accounts.stream().map(SalesforceId::value).toArray(String[]::new);
    }
}
