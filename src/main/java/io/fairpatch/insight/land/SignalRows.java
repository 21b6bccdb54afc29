package io.fairpatch.insight.land;

import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads signals from the last copy. */
final class SignalRows {
    private static final String TECH_STACK =
            """
            SELECT id, tech_stack AS value FROM account_known
            WHERE org_id = :org AND deleted_at IS NULL AND tech_stack IS NOT NULL
            """;
    private static final String SOURCE =
            """
            SELECT id, lead_source AS value FROM opportunity
            WHERE org_id = :org AND deleted_at IS NULL AND lead_source IS NOT NULL
            """;
    /** The primary contact's role on the deal comes first, then any role, then a title. */
    private static final String PERSONA =
            """
            SELECT DISTINCT ON (r.opportunity_id) r.opportunity_id AS id, coalesce(r.role, c.title) AS value
            FROM contact_role r
            LEFT JOIN contact c ON c.org_id = r.org_id AND c.id = r.contact_id AND c.deleted_at IS NULL
            WHERE r.org_id = :org AND r.deleted_at IS NULL AND r.opportunity_id IS NOT NULL
              AND coalesce(r.role, c.title) IS NOT NULL
            ORDER BY r.opportunity_id, r.is_primary DESC, r.id
            """;

    private static final String TOUCHES =
            """
            SELECT coalesce(done.account_id, deal.account_id, done.what_id) AS id, done.on_date
            FROM (SELECT org_id, account_id, what_id, on_date, deleted_at FROM task
                  UNION ALL SELECT org_id, account_id, what_id, on_date, deleted_at FROM event) AS done
            LEFT JOIN opportunity AS deal ON deal.org_id = done.org_id AND deal.id = done.what_id
            WHERE done.org_id = :org AND done.deleted_at IS NULL AND done.on_date IS NOT NULL
              AND coalesce(done.account_id, deal.account_id, done.what_id) IS NOT NULL
            ORDER BY done.on_date
            """;

    private static final String SOLD =
            """
            SELECT deal.account_id AS id, product.name, sum(line_item.total_cents) AS cents
            FROM line_item
            JOIN opportunity AS deal ON deal.org_id = line_item.org_id AND deal.id = line_item.opportunity_id
            JOIN product ON product.org_id = line_item.org_id AND product.id = line_item.product_id
            WHERE line_item.org_id = :org AND line_item.deleted_at IS NULL AND deal.deleted_at IS NULL AND deal.won
              AND deal.account_id IS NOT NULL
            GROUP BY deal.account_id, product.name
            """;

    private SignalRows() {}

    static Signals read(Jdbi jdbi, SalesforceId org) {
        return jdbi.withHandle(handle -> new Signals(
                texts(handle, org, TECH_STACK),
                texts(handle, org, SOURCE),
                texts(handle, org, PERSONA),
                touches(handle, org),
                sold(handle, org),
                FitAnswers.list(handle, org),
                EquityRecords.list(handle, org),
                WrittenPlans.last(handle, org).orElse(null)));
    }

    private static Map<SalesforceId, String> texts(Handle handle, SalesforceId org, String sql) {
        var texts = new HashMap<SalesforceId, String>();
        handle.createQuery(sql)
                .bind("org", org.value())
                .map((row, context) -> Map.entry(new SalesforceId(row.getString("id")), row.getString("value")))
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue()));
        return texts;
    }

    private static Map<SalesforceId, Map<String, Long>> sold(Handle handle, SalesforceId org) {
        var sold = new HashMap<SalesforceId, Map<String, Long>>();
        handle.createQuery(SOLD)
                .bind("org", org.value())
                .map((row, context) -> {
                    sold.computeIfAbsent(new SalesforceId(row.getString("id")), id -> new HashMap<>())
                            .put(row.getString("name"), row.getLong("cents"));
                    return 1;
                })
                .list();
        return sold;
    }

    private static Map<SalesforceId, List<LocalDate>> touches(Handle handle, SalesforceId org) {
        var touches = new HashMap<SalesforceId, List<LocalDate>>();
        handle.createQuery(TOUCHES)
                .bind("org", org.value())
                .map((row, context) ->
                        Map.entry(new SalesforceId(row.getString("id")), row.getObject("on_date", LocalDate.class)))
                .forEach(entry -> touches.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        return touches;
    }
}
