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
    /** Continues "WHERE"; takes the values of {@link #bind}. */
    static final String MATCHES =
            """
             org_id = :org AND proposal_id = :proposal AND version = :version
            AND (CAST(:rep AS text) IS NULL OR from_rep = :rep OR to_rep = :rep)
            AND (CAST(:territory AS text) IS NULL OR territory = :territory)
            AND (CAST(:rule AS text) IS NULL OR main_rule = :rule)
            AND (CAST(:kind AS text) IS NULL OR kind = :kind)
            AND (CAST(:decision AS text) IS NULL OR decision = :decision)
            AND (CAST(:least AS bigint) IS NULL OR potential_cents >= :least)
            AND (CAST(:most AS bigint) IS NULL OR potential_cents <= :most)
            AND (CAST(:changeKind AS text) IS NULL OR change = :changeKind)
            AND (CAST(:withDeals AS boolean) IS NULL OR (open_deals > 0) = :withDeals)
            AND (CAST(:byHand AS boolean) IS NULL OR edited = :byHand)
            AND (CAST(:managedBy AS text) IS NULL OR from_manager = :managedBy OR to_manager = :managedBy)
            AND (CAST(:text AS text) IS NULL OR position(lower(:text) IN lower(concat_ws(chr(10),
                account_name, account_id, from_name, to_name, headline))) > 0)
            """;

    private LineSql() {}

    static <T extends SqlStatement<T>> T bind(
            T statement, SalesforceId org, String proposal, int version, LineFilter filter) {
        String text = filter.text() == null || filter.text().isBlank()
                ? null
                : filter.text().strip();
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
                .bind("text", text);
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
                row.getInt("wave"),
                row.getInt("open_deals"),
                contestedBy == null ? null : contestedBy.toInstant());
    }

    static String @Nullable [] accounts(List<SalesforceId> accounts) {
        return accounts.isEmpty()
                ? null
                : accounts.stream().map(SalesforceId::value).toArray(String[]::new);
    }
}
