package io.fairpatch.insight;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.config.CoverageConfig.Visits;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.insight.Dealings.Contact;
import io.fairpatch.insight.Dealings.Deal;
import io.fairpatch.insight.Dealings.Work;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import io.fairpatch.plan.Travel;
import io.fairpatch.plan.VisitHours;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the people, open deals and work of one account. Callers check the right to see. Thread-safe. */
@Singleton
public final class AccountDealings {
    private static final int SHOWN = 10;
    private static final String PEOPLE =
            """
            SELECT c.name, c.title, coalesce(string_agg(DISTINCT r.role, ', ' ORDER BY r.role), '') AS roles,
                   count(*) OVER () AS known
            FROM contact c
            LEFT JOIN contact_role r ON r.org_id = c.org_id AND r.contact_id = c.id AND r.deleted_at IS NULL
            WHERE c.org_id = :org AND c.account_id = :account AND c.deleted_at IS NULL
            GROUP BY c.id, c.name, c.title
            ORDER BY bool_or(r.role ILIKE '%decision%') DESC NULLS LAST, bool_or(r.is_primary) DESC NULLS LAST,
                     count(r.role) DESC, c.name, c.id
            LIMIT :most
            """;
    private static final String DEALS =
            """
            SELECT id, stage, amount_cents, close_date, count(*) OVER () AS known FROM opportunity
            WHERE org_id = :org AND account_id = :account AND NOT closed AND deleted_at IS NULL
            ORDER BY close_date, id LIMIT :most
            """;
    private static final String PLACE =
            """
            SELECT e.last_activity, p.latitude, p.longitude, u.latitude AS home_latitude, u.longitude AS home_longitude
            FROM account a
            JOIN account_place p ON p.org_id = a.org_id AND p.id = a.id
            LEFT JOIN engagement e ON e.org_id = a.org_id AND e.account_id = a.id
            LEFT JOIN org_user u ON u.org_id = a.org_id AND u.id = coalesce(a.territory_rep, a.owner_id)
                AND coalesce(u.role, '') <> ALL(:inside)
            WHERE a.org_id = :org AND a.id = :account
            """;

    private final Jdbi jdbi;
    private final CoverageConfig coverage;
    private final VisitHours hours;
    /** Roles that do not travel. */
    private final String[] inside;

    public AccountDealings(Jdbi jdbi, CoverageConfig coverage, PlanningConfig planning) {
        this.jdbi = jdbi;
        this.inside = planning.policies().insideRoles().toArray(String[]::new);
        this.coverage = coverage;
        this.hours = new VisitHours(coverage);
    }

    private record Counted<T>(List<T> shown, int known) {}

    private record Whereabouts(@Nullable LocalDate lastActivity, @Nullable GeoPoint account, @Nullable GeoPoint home) {}

    public Dealings of(SalesforceId org, SalesforceId account, Tier tier) {
        return jdbi.withHandle(handle -> {
            var people = read(
                    handle,
                    PEOPLE,
                    org,
                    account,
                    row -> new Contact(row.getString("name"), row.getString("title"), row.getString("roles")));
            var deals = read(
                    handle,
                    DEALS,
                    org,
                    account,
                    row -> new Deal(
                            row.getString("id"),
                            row.getString("stage"),
                            row.getObject("amount_cents", Long.class),
                            row.getObject("close_date", LocalDate.class)));
            var where = whereabouts(handle, org, account);
            return new Dealings(
                    people.known(),
                    people.shown(),
                    deals.shown(),
                    deals.known(),
                    where.lastActivity(),
                    work(tier, where));
        });
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private static <T> Counted<T> read(
            Handle handle, String sql, SalesforceId org, SalesforceId account, RowReader<T> reader) {
        int[] known = {0};
        var shown = handle.createQuery(sql)
                .bind("org", org.value())
                .bind("account", account.value())
                .bind("most", SHOWN)
                .map((row, context) -> {
                    known[0] = row.getInt("known");
                    return reader.read(row);
                })
                .list();
        return new Counted<>(shown, known[0]);
    }

    private Whereabouts whereabouts(Handle handle, SalesforceId org, SalesforceId account) {
        return handle.createQuery(PLACE)
                .bind("org", org.value())
                .bind("account", account.value())
                .bind("inside", inside)
                .map((row, context) -> new Whereabouts(
                        row.getObject("last_activity", LocalDate.class),
                        point(row, "latitude", "longitude"),
                        point(row, "home_latitude", "home_longitude")))
                .findOne()
                .orElse(new Whereabouts(null, null, null));
    }

    private static @Nullable GeoPoint point(ResultSet row, String latitude, String longitude) throws SQLException {
        Double north = row.getObject(latitude, Double.class);
        Double east = row.getObject(longitude, Double.class);
        return north == null || east == null ? null : new GeoPoint(north, east);
    }

    private Work work(Tier tier, Whereabouts where) {
        Visits plan = coverage.visits().stream()
                .filter(visits -> visits.tier().equals(Integer.toString(tier.ordinal() + 1)))
                .findFirst()
                .orElse(new Visits("", 0, 0, 0));
        double atHome = hours.of(tier, null, null);
        return new Work(
                plan.visitsPerYear(),
                plan.visitsPerYear() * plan.hoursPerVisit(),
                plan.otherHoursPerYear(),
                hours.of(tier, where.account(), where.home()) - atHome,
                Travel.kilometres(where.home(), where.account()));
    }
}
