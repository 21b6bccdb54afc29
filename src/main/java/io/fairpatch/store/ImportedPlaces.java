package io.fairpatch.store;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.ImportLoad.Origin;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** The records of which one file says where they are. */
final class ImportedPlaces {
    private static final int FETCH = 1_000;
    private static final String ADDRESS = "('country', 'state', 'city', 'postalCode', 'homePostalCode')";
    private static final String ADDRESSES =
            """
            SELECT said.record_id, known(kept.country, said.country, :preferred) AS country,
                   known(%2$s, said.state, :preferred) AS state, known(%3$s, said.city, :preferred) AS city,
                   known(%4$s, said.postal_code, :preferred) AS postal_code
            FROM (SELECT record_id,
                         max(value) FILTER (WHERE field = 'country') AS country,
                         max(value) FILTER (WHERE field = 'state') AS state,
                         max(value) FILTER (WHERE field = 'city') AS city,
                         max(value) FILTER (WHERE field IN ('postalCode', 'homePostalCode')) AS postal_code
                  FROM imported_fact WHERE org_id = :org AND object = :object AND import_id = :import
                  GROUP BY record_id
                  HAVING bool_or(field IN %5$s) AND NOT bool_or(field IN ('latitude', 'longitude'))) AS said
            JOIN %1$s AS kept ON kept.org_id = :org AND kept.id = said.record_id
            """;
    private static final String FORGET =
            """
            DELETE FROM imported_fact AS old USING imported_fact AS said
            WHERE old.org_id = :org AND old.object = :object AND old.source = :source AND old.import_id <> :import
              AND old.field IN ('latitude', 'longitude', 'timeZone')
              AND said.org_id = :org AND said.object = :object AND said.record_id = old.record_id
              AND said.import_id = :import AND (said.field IN %s OR said.field IN ('latitude', 'longitude'))
            """
                    .formatted(ADDRESS);

    private final Handle transaction;
    private final SalesforceId org;
    private final long id;

    ImportedPlaces(Handle transaction, SalesforceId org, long importId) {
        this.transaction = transaction;
        this.org = org;
        this.id = importId;
    }

    /** Forgets where the same source found these records before. */
    void forgetOlder(String object, Origin origin) {
        transaction
                .createUpdate(FORGET)
                .bind("org", org.value())
                .bind("object", object)
                .bind("source", origin.source())
                .bind("import", id)
                .execute();
    }

    /** Gives id and address of each record of which the file says a part of the address, but no degrees. */
    void each(String object, Origin origin, BiConsumer<String, ImportedAddress> each) {
        var query = SnapshotTable.of(object) == SnapshotTable.USER
                ? ADDRESSES.formatted("org_user", "NULL", "NULL", "kept.home_postal_code", ADDRESS)
                : ADDRESSES.formatted("account", "kept.state", "kept.city", "kept.postal_code", ADDRESS);
        transaction
                .createQuery(query)
                .bind("org", org.value())
                .bind("object", object)
                .bind("import", id)
                .bind("preferred", origin.preferred())
                .setFetchSize(FETCH)
                .map((row, context) -> {
                    each.accept(
                            row.getString("record_id"),
                            new ImportedAddress(
                                    row.getString("country"),
                                    row.getString("state"),
                                    row.getString("city"),
                                    row.getString("postal_code")));
                    return true;
                })
                .forEach(given -> {});
    }
}
