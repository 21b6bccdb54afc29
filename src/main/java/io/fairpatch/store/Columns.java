package io.fairpatch.store;

import io.fairpatch.model.Account;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.TerritoryFields;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of the row a result set stands on, with what files add to them, as our nouns. */
record Columns(ResultSet row, Facts facts) {
    Account account() throws SQLException {
        var id = row.getString("id");
        return new Account(
                new SalesforceId(id),
                row.getString("name"),
                id("owner_id"),
                id("parent_id"),
                facts.text(id, "type", row.getString("type")),
                facts.text(id, "industry", row.getString("industry")),
                employees(id),
                facts.number(id, "companyRevenue", row.getObject("company_revenue_cents", Long.class)),
                facts.number(id, "currentRevenue", row.getObject("current_revenue_cents", Long.class)),
                facts.number(id, "expansion", row.getObject("expansion_cents", Long.class)),
                facts.text(id, "country", row.getString("country")),
                facts.text(id, "state", row.getString("state")),
                facts.text(id, "city", row.getString("city")),
                facts.text(id, "postalCode", row.getString("postal_code")),
                place(id),
                facts.decimal(id, "intent", row.getObject("intent", Double.class)),
                facts.decimal(id, "headcountGrowth", row.getObject("headcount_growth", Double.class)),
                facts.flag(id, "namedAccount", row.getBoolean("named_account")),
                facts.flag(id, "strategic", row.getBoolean("strategic")),
                facts.text(id, "churnRisk", row.getString("churn_risk")),
                facts.text(id, "language", row.getString("language")),
                facts.words(id, "compliance", texts("compliance")),
                facts.text(id, "website", row.getString("website")),
                row.getInt("contacts"),
                row.getObject("last_activity", LocalDate.class),
                territory(),
                row.getTimestamp("system_modstamp").toInstant());
    }

    /** What a score is made of; all else of the account is left out. */
    Account scored() throws SQLException {
        var id = row.getString("id");
        return new Account(
                new SalesforceId(id),
                "",
                null,
                null,
                facts.text(id, "type", row.getString("type")),
                facts.text(id, "industry", row.getString("industry")),
                employees(id),
                facts.number(id, "companyRevenue", row.getObject("company_revenue_cents", Long.class)),
                facts.number(id, "currentRevenue", row.getObject("current_revenue_cents", Long.class)),
                facts.number(id, "expansion", row.getObject("expansion_cents", Long.class)),
                facts.text(id, "country", row.getString("country")),
                facts.text(id, "state", row.getString("state")),
                null,
                null,
                null,
                facts.decimal(id, "intent", row.getObject("intent", Double.class)),
                facts.decimal(id, "headcountGrowth", row.getObject("headcount_growth", Double.class)),
                false,
                facts.flag(id, "strategic", row.getBoolean("strategic")),
                facts.text(id, "churnRisk", row.getString("churn_risk")),
                null,
                Set.of(),
                null,
                row.getInt("contacts"),
                row.getObject("last_activity", LocalDate.class),
                TerritoryFields.EMPTY,
                Instant.EPOCH);
    }

    private @Nullable Integer employees(String id) throws SQLException {
        var orgs = row.getObject("employees", Integer.class);
        var known = facts.number(id, "employees", orgs == null ? null : Long.valueOf(orgs));
        return known == null ? null : Integer.valueOf(known.intValue());
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
        var id = row.getString("id");
        return new OrgUser(
                new SalesforceId(id),
                row.getString("called"),
                row.getString("email"),
                id("manager_id"),
                row.getBoolean("active"),
                row.getString("user_type"),
                facts.text(id, "role", row.getString("role")),
                facts.text(id, "motion", row.getString("motion")),
                facts.text(id, "rampStage", row.getString("ramp_stage")),
                facts.date(id, "tenureStart", row.getObject("tenure_start", LocalDate.class)),
                facts.words(id, "languages", texts("languages")),
                facts.words(id, "clearances", texts("clearances")),
                facts.words(id, "skills", texts("skills")),
                place(id),
                quota(id));
    }

    /** By the field or a file, else by the org's forecast of the year. */
    private @Nullable Long quota(String id) throws SQLException {
        var known = facts.number(id, "quota", row.getObject("quota_cents", Long.class));
        return known == null ? row.getObject("forecast_cents", Long.class) : known;
    }

    private @Nullable SalesforceId id(String column) throws SQLException {
        String value = row.getString(column);
        return value == null ? null : new SalesforceId(value);
    }

    private @Nullable GeoPoint place(String id) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return facts.place(id, latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude));
    }

    /** In the org's order, which a person chose. */
    private Set<String> texts(String column) throws SQLException {
        return "{}".equals(row.getString(column))
                ? Set.of()
                : new LinkedHashSet<>(List.of((String[]) row.getArray(column).getArray()));
    }
}
