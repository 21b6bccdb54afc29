package io.fairpatch.store;

import io.fairpatch.model.Account;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.TerritoryFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of the row a result set stands on, as our nouns. */
record Columns(ResultSet row) {
    Account account() throws SQLException {
        return new Account(
                new SalesforceId(row.getString("id")),
                row.getString("name"),
                id("owner_id"),
                id("parent_id"),
                row.getString("type"),
                row.getString("industry"),
                row.getObject("employees", Integer.class),
                row.getObject("company_revenue_cents", Long.class),
                row.getObject("current_revenue_cents", Long.class),
                row.getObject("expansion_cents", Long.class),
                row.getString("country"),
                row.getString("state"),
                row.getString("city"),
                row.getString("postal_code"),
                place(),
                row.getObject("intent", Double.class),
                row.getObject("headcount_growth", Double.class),
                row.getBoolean("named_account"),
                row.getBoolean("strategic"),
                row.getString("churn_risk"),
                row.getString("language"),
                texts("compliance"),
                row.getString("website"),
                row.getInt("contacts"),
                row.getObject("last_activity", LocalDate.class),
                territory(),
                row.getTimestamp("system_modstamp").toInstant());
    }

    private TerritoryFields territory() throws SQLException {
        return new TerritoryFields(
                row.getString("territory"),
                id("territory_rep"),
                row.getObject("territory_assigned_date", LocalDate.class),
                row.getObject("territory_score", Double.class),
                row.getString("territory_tier"),
                row.getString("territory_reason"),
                row.getString("territory_commit"));
    }

    Opportunity opportunity() throws SQLException {
        return new Opportunity(
                new SalesforceId(row.getString("id")),
                id("account_id"),
                id("owner_id"),
                row.getString("stage"),
                row.getObject("amount_cents", Long.class),
                row.getObject("close_date", LocalDate.class),
                row.getObject("created_date", LocalDate.class),
                row.getBoolean("closed"),
                row.getBoolean("won"));
    }

    OrgUser user() throws SQLException {
        return new OrgUser(
                new SalesforceId(row.getString("id")),
                row.getString("name"),
                row.getString("email"),
                id("manager_id"),
                row.getBoolean("active"),
                row.getString("user_type"),
                row.getString("role"),
                row.getString("ramp_stage"),
                row.getObject("tenure_start", LocalDate.class),
                texts("languages"),
                texts("clearances"),
                place(),
                row.getObject("quota_cents", Long.class));
    }

    private @Nullable SalesforceId id(String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : new SalesforceId(value);
    }

    private @Nullable GeoPoint place() throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude);
    }

    /** In the org's order, which a person chose. */
    private Set<String> texts(String column) throws SQLException {
        return new LinkedHashSet<>(List.of((String[]) row.getArray(column).getArray()));
    }
}
