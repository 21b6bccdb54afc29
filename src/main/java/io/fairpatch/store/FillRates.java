package io.fairpatch.store;

import io.fairpatch.model.SalesforceId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** How well the fields of the last copy are filled. Thread-safe. */
public final class FillRates {
    private static final Set<String> LISTS = Set.of("compliance", "languages", "clearances", "skills");
    private static final Set<String> FLAGS =
            Set.of("named_account", "strategic", "person_account", "closed", "won", "active");
    private static final Set<String> NO_FIELD = Set.of("id", "system_modstamp", "original");

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
        return handle.createQuery("SELECT count(*) AS total, "
                        + fields.stream().map(FillRates::filled).collect(Collectors.joining(", ")) + " FROM "
                        + table.table() + " WHERE org_id = :org AND deleted_at IS NULL")
                .bind("org", org.value())
                .map((row, context) -> rates(row, object, fields, values))
                .one();
    }

    private static String filled(String column) {
        var given = LISTS.contains(column) ? "cardinality(" + column + ") > 0" : column + " IS NOT NULL";
        return "count(*) FILTER (WHERE " + (FLAGS.contains(column) ? column : given) + ") AS " + column;
    }

    private static List<FillRate> rates(
            ResultSet row, String object, List<String> fields, Map<String, List<String>> values) throws SQLException {
        var rates = new ArrayList<FillRate>();
        for (var field : fields) {
            var seen = values.getOrDefault(field, List.of("0"));
            rates.add(new FillRate(
                    object,
                    field,
                    row.getLong(field),
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
                              WHERE org_id = :org AND deleted_at IS NULL LIMIT 5000) AS sample,
                             jsonb_each_text(sample.record) AS field
                        WHERE field.value IS NOT NULL AND field.value NOT IN ('', '[]')
                        GROUP BY field.key
                        """
                                .formatted(table.table()))
                .bind("org", org.value())
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
