package io.fairpatch.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table that a sync fills, with the columns in the order in which a row is copied. */
public enum SnapshotTable {
    ACCOUNT(
            "Account",
            "account",
            List.of(
                    "id",
                    "name",
                    "owner_id",
                    "parent_id",
                    "type",
                    "industry",
                    "employees",
                    "company_revenue_cents",
                    "current_revenue_cents",
                    "expansion_cents",
                    "country",
                    "state",
                    "city",
                    "postal_code",
                    "latitude",
                    "longitude",
                    "intent",
                    "headcount_growth",
                    "named_account",
                    "strategic",
                    "churn_risk",
                    "language",
                    "compliance",
                    "website",
                    "record_type",
                    "person_account",
                    "tech_stack",
                    "currency",
                    "original",
                    "time_zone",
                    "territory",
                    "territory_rep",
                    "territory_assigned_date",
                    "territory_score",
                    "territory_tier",
                    "territory_reason",
                    "territory_commit",
                    "system_modstamp")),
    OPPORTUNITY(
            "Opportunity",
            "opportunity",
            List.of(
                    "id",
                    "account_id",
                    "owner_id",
                    "name",
                    "record_type",
                    "lead_source",
                    "stage",
                    "amount_cents",
                    "close_date",
                    "created_date",
                    "closed",
                    "won",
                    "currency",
                    "original",
                    "system_modstamp")),
    USER(
            "User",
            "org_user",
            List.of(
                    "id",
                    "name",
                    "email",
                    "manager_id",
                    "active",
                    "user_type",
                    "role",
                    "motion",
                    "ramp_stage",
                    "tenure_start",
                    "languages",
                    "clearances",
                    "skills",
                    "home_postal_code",
                    "country",
                    "latitude",
                    "longitude",
                    "time_zone",
                    "quota_cents",
                    "currency",
                    "original",
                    "system_modstamp")),
    CONTACT("Contact", "contact", List.of("id", "account_id", "name", "title", "system_modstamp")),
    CONTACT_ROLE(
            "OpportunityContactRole",
            "contact_role",
            List.of("id", "opportunity_id", "contact_id", "role", "is_primary", "system_modstamp")),
    TASK("Task", "task", List.of("id", "account_id", "what_id", "on_date", "system_modstamp")),
    EVENT("Event", "event", List.of("id", "account_id", "what_id", "on_date", "system_modstamp")),
    FORECAST_QUOTA(
            "ForecastingQuota",
            "forecast_quota",
            List.of("id", "owner_id", "amount_cents", "start_date", "currency", "original", "system_modstamp")),
    TERRITORY_ASSOCIATION(
            "ObjectTerritory2Association",
            "territory_association",
            List.of("id", "account_id", "territory_id", "cause", "system_modstamp")),
    PRODUCT("Product2", "product", List.of("id", "name", "code", "family", "active", "system_modstamp")),
    LINE_ITEM(
            "OpportunityLineItem",
            "line_item",
            List.of(
                    "id",
                    "opportunity_id",
                    "product_id",
                    "quantity",
                    "total_cents",
                    "currency",
                    "original",
                    "system_modstamp"));

    private final String object;
    private final String table;
    private final List<String> columns;

    SnapshotTable(String object, String table, List<String> columns) {
        this.object = object;
        this.table = table;
        this.columns = columns;
    }

    static SnapshotTable of(String object) {
        return Arrays.stream(values())
                .filter(table -> table.object.equals(object))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No table keeps " + object));
    }

    /** API name of the object it keeps. */
    public String object() {
        return object;
    }

    public List<String> columns() {
        return columns;
    }

    String table() {
        return table;
    }

    /** Whether losing many rows at once is suspicious; associations come and go with every territory rule. */
    boolean guarded() {
        return this != TERRITORY_ASSOCIATION;
    }

    /** All columns, each behind {@code prefix}. */
    String list(String prefix) {
        return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }
}
