package io.fairpatch.store;

import io.fairpatch.model.SalesforceId;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** How well the fields of the last copy are filled. Thread-safe. */
public final class FillRates {
    private final Jdbi jdbi;

    public FillRates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One entry a field that can be empty, object by object. An empty list counts as empty. */
    public List<FillRate> of(SalesforceId org) {
        return Stream.of(
                        rates(
                                org,
                                "account",
                                """
                                SELECT to_jsonb(t) AS record FROM account AS t
                                WHERE org_id = :org AND deleted_at IS NULL
                                """),
                        rates(
                                org,
                                "opportunity",
                                """
                                SELECT to_jsonb(t) AS record FROM opportunity AS t
                                WHERE org_id = :org AND deleted_at IS NULL
                                """),
                        rates(
                                org,
                                "user",
                                """
                                SELECT to_jsonb(t) AS record FROM org_user AS t
                                WHERE org_id = :org AND deleted_at IS NULL
                                """))
                .flatMap(List::stream)
                .toList();
    }

    private List<FillRate> rates(SalesforceId org, String object, String records) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT field.key, count(*) AS total,
                               count(*) FILTER (WHERE field.value NOT IN ('null', '[]')) AS filled
                        FROM (%s) AS kept, jsonb_each(kept.record) AS field
                        WHERE field.key NOT IN ('org_id', 'id', 'system_modstamp', 'deleted_at')
                        GROUP BY field.key ORDER BY field.key
                        """
                                .formatted(records))
                .bind("org", org.value())
                .map((row, context) ->
                        new FillRate(object, row.getString("key"), row.getLong("filled"), row.getLong("total")))
                .list());
    }
}
