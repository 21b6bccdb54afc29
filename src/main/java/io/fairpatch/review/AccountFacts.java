package io.fairpatch.review;

import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what a proposal was planned on. */
final class AccountFacts {
    private static final String PROPOSED =
            """
            SELECT a.*, CASE WHEN l.kind = 'MOVE' THEN l.to_rep ELSE a.rep_id END AS target
            FROM proposal_account a
            LEFT JOIN proposal_line l ON l.org_id = a.org_id AND l.proposal_id = a.proposal_id
                AND l.account_id = a.account_id AND l.version = :version
            """;
    private static final String STANDING = PROPOSED + " AND " + Unwritten.standing("l", "id");
    private static final String OF_PROPOSAL = " WHERE a.org_id = :org AND a.proposal_id = :id";

    private AccountFacts() {}

    static Optional<AccountFact> one(Handle handle, SalesforceId org, String id, int version, SalesforceId account) {
        return some(handle, org, id, version, List.of(account)).stream().findFirst();
    }

    static List<AccountFact> some(
            Handle handle, SalesforceId org, String id, int version, Collection<SalesforceId> accounts) {
        return some(PROPOSED, handle, new Seen(org, id, version, 0), accounts);
    }

    /** The same, with the rep who will have it as people decided so far. */
    static List<AccountFact> standing(Handle handle, Seen seen, Collection<SalesforceId> accounts) {
        return some(STANDING, handle, seen, accounts);
    }

    private static List<AccountFact> some(String select, Handle handle, Seen seen, Collection<SalesforceId> accounts) {
        return handle.createQuery(select + OF_PROPOSAL + " AND a.account_id = ANY(:accounts)")
                .bind("org", seen.org().value())
                .bind("id", seen.id())
                .bind("version", seen.version())
                .bind("accounts", accounts.stream().map(SalesforceId::value).toArray(String[]::new))
                .map((row, context) -> fact(row))
                .list();
    }

    /** The accounts whose move was declined or deferred, or not written: they stay with the rep they have. */
    static List<AccountFact> kept(Handle handle, SalesforceId org, String id, int version) {
        return handle.createQuery(
                        PROPOSED + OF_PROPOSAL + " AND l.kind = 'MOVE' AND NOT " + Unwritten.standing("l", "id"))
                .bind("org", org.value())
                .bind("id", id)
                .bind("version", version)
                .map((row, context) -> fact(row))
                .list();
    }

    /** The accounts that a rep has or will have as people decided so far, most potential first. */
    static List<AccountFact> ofRep(
            Handle handle, SalesforceId org, String id, int version, SalesforceId rep, int most) {
        return handle.createQuery(
                        STANDING + OF_PROPOSAL
                                + """
                         AND (a.rep_id = :rep OR l.to_rep = :rep)
                        ORDER BY a.potential_cents DESC, a.account_id LIMIT :most
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("version", version)
                .bind("rep", rep.value())
                .bind("most", most)
                .map((row, context) -> fact(row))
                .list();
    }

    private static AccountFact fact(ResultSet row) throws SQLException {
        return new AccountFact(
                SalesforceId.of(row.getString("account_id")),
                row.getString("account_name"),
                id(row.getString("rep_id")),
                id(row.getString("target")),
                row.getObject("revenue_cents", Long.class),
                row.getLong("potential_cents"),
                row.getDouble("score"),
                row.getString("tier"),
                row.getBoolean("customer"),
                row.getBoolean("named"),
                row.getString("language"),
                texts(row, "compliance"),
                place(row),
                row.getInt("contacts"),
                new OpenDeals(row.getInt("open_deals"), row.getLong("open_deal_cents"), engagement(row)),
                row.getObject("last_activity", LocalDate.class),
                id(row.getString("parent_id")),
                FieldValues.parse(row.getString("base")));
    }

    private static @Nullable Engagement engagement(ResultSet row) throws SQLException {
        String first = row.getString("first_name");
        LocalDate on = row.getObject("first_on", LocalDate.class);
        return first == null || on == null
                ? null
                : new Engagement(first, on, row.getString("strongest_name"), row.getInt("strongest_deals"));
    }

    static @Nullable GeoPoint place(ResultSet row) throws SQLException {
        double latitude = row.getDouble("latitude");
        if (row.wasNull()) {
            return null;
        }
        return new GeoPoint(latitude, row.getDouble("longitude"));
    }

    static Set<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).collect(Collectors.toSet());
    }

    static @Nullable SalesforceId id(@Nullable String text) {
        return text == null ? null : SalesforceId.of(text);
    }
}
