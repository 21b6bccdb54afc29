package io.fairpatch.store;

import io.fairpatch.model.SalesforceId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How well the fields of the last copy are filled. Thread-safe. */
public final class FillRates {
    /** Different values are counted among so many records of an object; all of a large org would take long. */
    public static final int LOOKED_AT = 5_000;

    private static final Set<String> LISTS = Set.of("compliance", "languages", "clearances", "skills");
    private static final Set<String> FLAGS =
            Set.of("named_account", "strategic", "person_account", "closed", "won", "active");
    private static final Set<String> NO_FIELD = Set.of("id", "system_modstamp", "original");

    private static final Pattern WORD_START = Pattern.compile("_(.)");

    private final Jdbi jdbi;

    public FillRates(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** One entry a field, object by object. An empty list counts as empty, and so does a flag that is not set. */
    public List<FillRate> of(SalesforceId org) {
        return jdbi.withHandle(handle -> Stream.of(
                        rates(handle, org, "account", SnapshotTable.ACCOUNT),
                        rates(handle, org, "opportunity", SnapshotTable.OPPORTUNITY),
                        rates(handle, org, "user", SnapshotTable.USER))
                .flatMap(List::stream)
                .toList());
    }

    private static List<FillRate> rates(Handle handle, SalesforceId org, String object, SnapshotTable table) {
        var fields = table.columns().stream()
                .filter(column -> !NO_FIELD.contains(column))
                .sorted()
                .toList();
        var values = values(handle, org, table);
        var imported = imported(handle, org, table, fields);
        return handle.createQuery("SELECT count(*) AS total, "
                        + fields.stream().map(FillRates::filled).collect(Collectors.joining(", ")) + " FROM "
                        + table.table() + " AS kept WHERE org_id = :org AND deleted_at IS NULL")
                .bind("org", org.value())
                .map((row, context) -> rates(row, object, fields, values, imported))
                .one();
    }

    private static String filled(String column) {
        return "count(*) FILTER (WHERE " + given(column) + ") AS " + column;
    }

    private static String given(String column) {
        return FLAGS.contains(column)
                ? "kept." + column
                : LISTS.contains(column) ? "cardinality(kept." + column + ") > 0" : "kept." + column + " IS NOT NULL";
    }

    /** By column: of how many records a file says what the org leaves empty. */
    private static Map<String, Long> imported(
            Handle handle, SalesforceId org, SnapshotTable table, List<String> fields) {
        var empty = fields.stream()
                .map(column -> "WHEN '" + fact(column) + "' THEN NOT (" + given(column) + ")")
                .collect(Collectors.joining(" ", "CASE fact.field ", " END"));
        var counts = handle.createQuery(
                        """
                        SELECT fact.field, count(*) AS records
                        FROM newest_fact AS fact JOIN %s AS kept ON kept.org_id = :org AND kept.id = fact.record_id
                        WHERE fact.org_id = :org AND fact.object = :object AND kept.deleted_at IS NULL AND %s
                        GROUP BY fact.field
                        """
                                .formatted(table.table(), empty))
                .bind("org", org.value())
                .bind("object", table.object())
                .map((row, context) -> Map.entry(row.getString("field"), row.getLong("records")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return fields.stream()
                .collect(Collectors.toMap(column -> column, column -> counts.getOrDefault(fact(column), 0L)));
    }

    /** What a column is called in mappings and files: company_revenue_cents is companyRevenue. */
    private static String fact(String column) {
        return WORD_START.matcher(column.replaceFirst("_cents$", "")).replaceAll(start -> start.group(1)
                .toUpperCase(Locale.ROOT));
    }

    private static List<FillRate> rates(
            ResultSet row,
            String object,
            List<String> fields,
            Map<String, List<String>> values,
            Map<String, Long> imported)
            throws SQLException {
        var rates = new ArrayList<FillRate>();
        for (var field : fields) {
            var seen = values.getOrDefault(field, List.of("0"));
            rates.add(new FillRate(
                    object,
                    field,
                    fact(field),
                    row.getLong(field),
                    imported.getOrDefault(field, 0L),
                    row.getLong("total"),
                    Long.parseLong(seen.get(0)),
                    seen.subList(1, seen.size())));
        }
        return rates;
    }

    /** By column: how many different values, then some of them. */
    private static Map<String, List<String>> values(Handle handle, SalesforceId org, SnapshotTable table) {
        var values = new HashMap<String, List<String>>();
        handle.createQuery(
                        """
                        SELECT field.key, count(DISTINCT field.value) AS different,
                               trim_array(array_agg(DISTINCT left(field.value, 40)),
                                 greatest(0, CAST(count(DISTINCT left(field.value, 40)) AS integer) - 3)) AS some
                        FROM (SELECT to_jsonb(kept) AS record FROM %s AS kept
                              WHERE org_id = :org AND deleted_at IS NULL LIMIT :most) AS sample,
                             jsonb_each_text(sample.record) AS field
                        WHERE field.value IS NOT NULL AND field.value NOT IN ('', '[]')
                        GROUP BY field.key
                        """
                                .formatted(table.table()))
                .bind("org", org.value())
                .bind("most", LOOKED_AT)
                .map((row, context) -> Map.entry(row.getString("key"), list(row)))
                .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return values;
    }

    private static List<String> list(ResultSet row) throws SQLException {
        var list = new ArrayList<String>();
        list.add(Long.toString(row.getLong("different")));
        Array some = row.getArray("some");
        list.addAll(List.of((String[]) some.getArray()));
        return list;
    }
}
