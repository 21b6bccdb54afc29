package io.fairpatch.store;

import java.util.List;
import java.util.stream.Collectors;

/** A table that a sync fills, with the columns in the order in which a row is copied. */
public enum SnapshotTable {
    ACCOUNT(
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
                    "territory",
                    "territory_rep",
                    "territory_assigned_date",
                    "territory_score",
                    "territory_tier",
                    "territory_reason",
                    "territory_commit",
                    "system_modstamp")),
    OPPORTUNITY(
            "opportunity",
            List.of(
                    "id",
                    "account_id",
                    "owner_id",
                    "stage",
                    "amount_cents",
                    "close_date",
                    "created_date",
                    "closed",
                    "won",
                    "system_modstamp")),
    USER(
            "org_user",
            List.of(
                    "id",
                    "name",
                    "email",
                    "manager_id",
                    "active",
                    "user_type",
                    "role",
                    "ramp_stage",
                    "tenure_start",
                    "languages",
                    "clearances",
                    "home_postal_code",
                    "country",
                    "latitude",
                    "longitude",
                    "quota_cents",
                    "system_modstamp")),
    /** People at accounts; only counted. */
    CONTACT("contact", List.of("id", "account_id")),
    /** Tasks and events; only the last day is kept. */
    ACTIVITY("activity", List.of("id", "account_id", "what_id", "on_date"));

    private final String table;
    private final List<String> columns;

    SnapshotTable(String table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    public List<String> columns() {
        return columns;
    }

    /** Whether rows are kept one by one; otherwise they only feed a summary. */
    boolean kept() {
        return this != CONTACT && this != ACTIVITY;
    }

    String createStage() {
        if (kept()) {
            return "CREATE TEMP TABLE stage_%1$s AS SELECT %2$s FROM %1$s WITH NO DATA".formatted(table, list(""));
        }
        return "CREATE TEMP TABLE stage_%s (%s)"
                .formatted(
                        table,
                        columns.stream()
                                .map(column -> column + (column.equals("on_date") ? " date" : " text"))
                                .collect(Collectors.joining(", ")));
    }

    String copyIntoStage() {
        return "COPY stage_%s (%s) FROM STDIN".formatted(table, list(""));
    }

    String analyzeStage() {
        return "ANALYZE stage_" + table;
    }

    /** Brings staged rows into the table: never over a newer one, and not touching what is equal. */
    String upsert() {
        return """
               INSERT INTO %1$s AS kept (org_id, %2$s)
               SELECT DISTINCT ON (id) :org, %2$s FROM stage_%1$s ORDER BY id, system_modstamp DESC
               ON CONFLICT (org_id, id) DO UPDATE SET (%2$s, deleted_at) = ROW (%3$s, NULL)
               WHERE kept.deleted_at IS NOT NULL
                  OR kept.system_modstamp <= excluded.system_modstamp
                     AND (%4$s) IS DISTINCT FROM (%3$s)
               """
                .formatted(table, list(""), list("excluded."), list("kept."));
    }

    /** Marks what the org no longer shows. */
    String markDeleted() {
        return """
               UPDATE %1$s AS kept SET deleted_at = :at
               WHERE org_id = :org AND deleted_at IS NULL
                 AND NOT EXISTS (SELECT FROM stage_%1$s AS staged WHERE staged.id = kept.id)
               """
                .formatted(table);
    }

    private String list(String prefix) {
        return columns.stream().map(column -> prefix + column).collect(Collectors.joining(", "));
    }
}
