package io.fairpatch.review;

import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What pictures of a proposal are drawn from. Every method speaks of the current version. Thread-safe. */
@Singleton
public final class Pictures {
    private static final int PROPOSALS = 16;

    private final Jdbi jdbi;
    private final Remembered<Seen, List<Dot>> dots = new Remembered<>(PROPOSALS);
    private final Remembered<Seen, SideEffects> effects = new Remembered<>(PROPOSALS);

    public Pictures(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Accounts at about one place.
     *
     * @param before the rep who has them now, null when nobody
     * @param after the rep who has them in the proposal, as people decided so far and commits wrote
     */
    public record Dot(
            GeoPoint place, @Nullable SalesforceId before, SalesforceId after, int accounts, long potentialCents) {
        public boolean moves() {
            return !Objects.equals(before, after);
        }
    }

    /**
     * What moves along in the CRM, or may.
     *
     * @param withDeals moves that touch deals not closed
     * @param dealCents what those deals amount to
     */
    public record SideEffects(int moves, int withDeals, int deals, long dealCents, int contacts, int named) {}

    /** Accounts by place, to a tenth of a degree, before and after. */
    public List<Dot> dots(SalesforceId org, String id) {
        return jdbi.withHandle(h -> {
            Seen seen = Seen.now(h, org, id);
            return dots.get(seen, () -> List.copyOf(dots(h, seen)));
        });
    }

    private static List<Dot> dots(Handle handle, Seen seen) {
        return handle.createQuery(
                        """
                        SELECT round(a.latitude::numeric, 1) AS latitude, round(a.longitude::numeric, 1) AS longitude,
                               a.rep_id, coalesce(l.to_rep, a.rep_id) AS after, count(*) AS accounts,
                               sum(a.potential_cents) AS potential
                        FROM proposal_account a
                        JOIN proposal p ON p.org_id = a.org_id AND p.id = a.proposal_id
                        LEFT JOIN proposal_line l ON l.org_id = a.org_id AND l.proposal_id = a.proposal_id
                            AND l.account_id = a.account_id AND l.version = p.version AND
                        """
                                + Unwritten.standing("l", "id")
                                + """
                        WHERE a.org_id = :org AND a.proposal_id = :id AND a.latitude IS NOT NULL
                        AND coalesce(l.to_rep, a.rep_id) IS NOT NULL
                        GROUP BY 1, 2, 3, 4 ORDER BY accounts, 1, 2
                        """)
                .bind("org", seen.org().value())
                .bind("id", seen.id())
                .map((row, context) -> new Dot(
                        new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude")),
                        AccountFacts.id(row.getString("rep_id")),
                        SalesforceId.of(row.getString("after")),
                        row.getInt("accounts"),
                        row.getLong("potential")))
                .list();
    }

    /** Deals and contacts of the accounts that move; declined ones, and those not written, left out. */
    public SideEffects sideEffects(ProposalSummary proposal) {
        Seen seen = Seen.of(proposal);
        return effects.get(seen, () -> jdbi.withHandle(h -> sideEffects(h, seen)));
    }

    private static SideEffects sideEffects(Handle handle, Seen seen) {
        return handle.createQuery(
                        """
                        SELECT count(*) AS moves, count(*) FILTER (WHERE a.open_deals > 0) AS with_deals,
                               coalesce(sum(a.open_deals), 0) AS deals,
                               coalesce(sum(a.open_deal_cents), 0) AS deal_cents,
                               coalesce(sum(a.contacts), 0) AS contacts, count(*) FILTER (WHERE a.named) AS named
                        FROM proposal p
                        JOIN proposal_line l ON l.org_id = p.org_id AND l.proposal_id = p.id AND l.version = p.version
                            AND l.kind = 'MOVE' AND
                        """
                                + Unwritten.standing("l", "id")
                                + """
                        JOIN proposal_account a ON a.org_id = l.org_id AND a.proposal_id = l.proposal_id
                            AND a.account_id = l.account_id
                        WHERE p.org_id = :org AND p.id = :id
                        """)
                .bind("org", seen.org().value())
                .bind("id", seen.id())
                .map((row, context) -> new SideEffects(
                        row.getInt("moves"),
                        row.getInt("with_deals"),
                        row.getInt("deals"),
                        row.getLong("deal_cents"),
                        row.getInt("contacts"),
                        row.getInt("named")))
                .one();
    }
}
