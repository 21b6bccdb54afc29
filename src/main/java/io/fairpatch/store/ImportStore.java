package io.fairpatch.store;

import io.fairpatch.model.ImportedFile;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;

/** What came from files. Thread-safe. */
public final class ImportStore {
    private static final Set<String> KEYS = Set.of("id", "name", "website", "email");
    private static final int FETCH = 5_000;

    private final Jdbi jdbi;

    public ImportStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Work that takes rows in. */
    @FunctionalInterface
    public interface Taking<T, X extends Exception> {
        T take(ImportLoad load) throws X;
    }

    /**
     * Gives id and key of every record that the last copy shows.
     *
     * @param object Account or User
     * @param column id, name, website (Account) or email (User)
     */
    public void keys(SalesforceId org, String object, String column, BiConsumer<String, String> each) {
        if (!KEYS.contains(column)) {
            throw new IllegalArgumentException("No key is kept in " + column);
        }
        jdbi.useTransaction(handle -> {
            try (var rows = handle.createQuery(
                            "SELECT id, %1$s FROM %2$s WHERE org_id = :org AND deleted_at IS NULL AND %1$s IS NOT NULL"
                                    .formatted(column, SnapshotTable.of(object).table()))
                    .bind("org", org.value())
                    .setFetchSize(FETCH)
                    .map((row, context) -> new String[] {row.getString(1), row.getString(2)})
                    .iterator()) {
                rows.forEachRemaining(row -> each.accept(row[0], row[1]));
            }
        });
    }

    /** How the org's own deals stand, by stage in lower case; a stage of which some stand otherwise is left out. */
    public Map<String, DealState> stages(SalesforceId org) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT lower(stage) AS stage, bool_and(closed) AS closed, bool_and(won) AS won FROM opportunity
                        WHERE org_id = :org AND deleted_at IS NULL AND import_id IS NULL AND stage IS NOT NULL
                        GROUP BY lower(stage)
                        HAVING bool_and(closed) = bool_or(closed) AND bool_and(won) = bool_or(won)
                        """)
                .bind("org", org.value())
                .reduceRows(new TreeMap<String, DealState>(), (stages, row) -> {
                    stages.put(
                            row.getColumn("stage", String.class),
                            DealState.of(row.getColumn("closed", Boolean.class), row.getColumn("won", Boolean.class)));
                    return stages;
                }));
    }

    /** The latest day of which values of a source are true; empty when it brought none. */
    public Optional<LocalDate> latest(SalesforceId org, String object, String source) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT max(as_of) FROM imported_fact
                        WHERE org_id = :org AND object = :object AND source = :source
                        """)
                .bind("org", org.value())
                .bind("object", object)
                .bind("source", source)
                .mapTo(LocalDate.class)
                .findOne());
    }

    /** The files that were taken in, the newest first. */
    public List<ImportedFile> files(SalesforceId org, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT kind, file, source, as_of, person, imported_at,
                               CAST(coalesce(counts ->> 'taken', '0') AS bigint) AS taken
                        FROM import_run WHERE org_id = :org ORDER BY id DESC LIMIT :most
                        """)
                .bind("org", org.value())
                .bind("most", most)
                .map((row, context) -> new ImportedFile(
                        row.getString("kind"),
                        row.getString("file"),
                        row.getString("source"),
                        row.getObject("as_of", LocalDate.class),
                        row.getString("person"),
                        row.getTimestamp("imported_at").toInstant(),
                        row.getLong("taken")))
                .list());
    }

    /** Takes rows in, all or nothing. */
    public <T, X extends Exception> T load(SalesforceId org, Taking<T, X> taking) throws X {
        return jdbi.<T, X>inTransaction(handle -> taking.take(new ImportLoad(handle, org)));
    }
}
