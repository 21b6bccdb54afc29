package io.fairpatch.store;

/** Statements about the table in which the rows of a part wait. */
final class StageSql {
    /** The ids that wait of a list that brought no rows, in the place of its table. */
    static final String NOTHING = "(SELECT CAST(NULL AS text) AS id WHERE false)";

    private StageSql() {}

    /** Unlogged: after a crash of the database it is empty, which is noticed by its count. */
    static String create(SyncPart part, String stage) {
        return part.mode() == ReadMode.IDS
                ? "CREATE UNLOGGED TABLE IF NOT EXISTS %s (id text, system_modstamp timestamptz)".formatted(stage)
                // what every statement looks at comes first: a row is taken apart up to the last column asked for
                : "CREATE UNLOGGED TABLE IF NOT EXISTS %s AS SELECT false AS is_deleted, %s, merged_into FROM %s WITH NO DATA"
                        .formatted(stage, part.table().list(""), part.table().table());
    }

    static String copy(SyncPart part, String stage) {
        return switch (part.mode()) {
            case IDS -> "COPY %s (id, system_modstamp) FROM STDIN (FORMAT binary)".formatted(stage);
            case CHANGES ->
                "COPY %s (%s, is_deleted, merged_into) FROM STDIN (FORMAT binary)"
                        .formatted(stage, part.table().list(""));
            case FULL ->
                "COPY %s (%s) FROM STDIN (FORMAT binary)"
                        .formatted(stage, part.table().list(""));
        };
    }

    /** Straight into the table, for an org that has nothing there yet. */
    static String copyDirectly(SyncPart part) {
        return "COPY %s (org_id, %s) FROM STDIN (FORMAT binary)"
                .formatted(part.table().table(), part.table().list(""));
    }

    /** How many staged rows are not of records said to be gone, whether any is, and between which ids they lie. */
    static String look(String stage) {
        return """
               SELECT count(*) FILTER (WHERE is_deleted IS NOT TRUE) AS shown,
                      coalesce(bool_or(is_deleted), false) AS buries,
                      min(id) AS lowest, max(id) AS highest
               FROM %s
               """
                .formatted(stage);
    }

    /**
     * Brings what is shown already up to date: never over a newer row, and not touching what is equal. Of a record that
     * waits more than once any row may come first; {@link #bring} has the newest then. It sets every column of the org,
     * so that nothing has to be taken over from the row before. The bounds say nothing that the join does not; where
     * changed rows lie together the planner reads that stretch of the key once instead of looking up each of them.
     */
    static String update(SyncPart part, String stage) {
        var table = part.table();
        return """
               UPDATE %1$s AS kept SET (%2$s, deleted_at, merged_into) = ROW (%3$s, NULL, NULL)
               FROM %4$s AS staged
               WHERE staged.is_deleted IS NOT TRUE AND kept.org_id = :org AND kept.id = staged.id
                 AND kept.id BETWEEN :lowest AND :highest
                 AND kept.deleted_at IS NULL AND (%5$s)
               """
                .formatted(table.table(), table.list(""), table.list("staged."), stage, differs(table, "staged."));
    }

    /** Brings what is not shown as new yet: a record that is new or was taken for gone, or a newer row of one. */
    static String bring(SyncPart part, String stage) {
        var table = part.table();
        return """
               INSERT INTO %1$s AS kept (org_id, %2$s)
               SELECT :org, %2$s FROM (%3$s) AS newest
               ON CONFLICT (org_id, id) DO UPDATE SET (%2$s, deleted_at, merged_into) = ROW (%4$s, NULL, NULL)
               WHERE kept.deleted_at IS NOT NULL OR %5$s
               """
                .formatted(
                        table.table(),
                        table.list(""),
                        newestUnshown(part, stage),
                        table.list("excluded."),
                        differs(table, "excluded."));
    }

    /** One row for each record that is not said to be gone: the org may send a record with two pages. */
    private static String newestUnshown(SyncPart part, String stage) {
        return """
               SELECT DISTINCT ON (id) %1$s FROM %2$s AS staged
               WHERE is_deleted IS NOT TRUE
                 AND NOT EXISTS (SELECT FROM %3$s AS shown
                                 WHERE shown.org_id = :org AND shown.id = staged.id AND shown.deleted_at IS NULL
                                   AND shown.system_modstamp >= staged.system_modstamp)
               ORDER BY id, system_modstamp DESC"""
                .formatted(part.table().list(""), stage, part.table().table());
    }

    /** Newer than what is kept, or as old and different; most are newer, and then no more columns are looked at. */
    private static String differs(SnapshotTable table, String prefix) {
        return """
               kept.system_modstamp < %1$ssystem_modstamp
                 OR kept.system_modstamp = %1$ssystem_modstamp AND (%2$s) IS DISTINCT FROM (%3$s)"""
                .formatted(prefix, table.list("kept."), table.list(prefix));
    }

    /** Marks what the org says was deleted or merged. */
    static String bury(SyncPart part, String stage) {
        return """
               UPDATE %1$s AS kept SET deleted_at = :at, merged_into = staged.merged_into
               FROM %2$s AS staged
               WHERE kept.org_id = :org AND kept.id = staged.id AND staged.is_deleted AND kept.deleted_at IS NULL
               """
                .formatted(part.table().table(), stage);
    }

    /** Marks what the org no longer shows. */
    static String markAbsent(SyncPart part, String stage) {
        return "UPDATE %s AS kept SET deleted_at = :at WHERE %s"
                .formatted(part.table().table(), absent(part, stage));
    }

    /** How many records are shown, and how many of them the org no longer shows. */
    static String countAbsent(SyncPart part, String stage) {
        // a join: NOT EXISTS inside of FILTER would look through the whole stage once a record
        return """
               SELECT count(*) AS shown,
                      count(*) FILTER (WHERE staged.id IS NULL AND %3$s system_modstamp <= :upto) AS absent
               FROM %1$s AS kept LEFT JOIN (SELECT DISTINCT id FROM %2$s AS waits) AS staged ON staged.id = kept.id
               WHERE kept.org_id = :org AND kept.deleted_at IS NULL
               """
                .formatted(part.table().table(), stage, fromOrg(part));
    }

    private static String absent(SyncPart part, String stage) {
        return fromOrg(part)
                + """
               org_id = :org AND deleted_at IS NULL AND system_modstamp <= :upto
               AND NOT EXISTS (SELECT FROM %s AS staged WHERE staged.id = kept.id)
               """
                        .formatted(stage);
    }

    /** Leaves out what came from a file, which the org never shows. */
    private static String fromOrg(SyncPart part) {
        boolean imported = part.table() == SnapshotTable.OPPORTUNITY || part.table() == SnapshotTable.CONTACT;
        return imported ? "import_id IS NULL AND " : "";
    }

    /** Ids that the org shows and we lack, or have older, and that do not come with the changes either. */
    static String missed(SyncPart ids, String stage, String changes) {
        return """
               SELECT staged.id FROM %2$s AS staged
               LEFT JOIN %1$s AS kept ON kept.org_id = :org AND kept.id = staged.id
               WHERE staged.system_modstamp <= :upto
                 AND (kept.id IS NULL OR kept.deleted_at IS NOT NULL OR kept.system_modstamp < staged.system_modstamp)
                 AND NOT EXISTS (SELECT FROM %3$s AS changed
                                 WHERE changed.id = staged.id AND changed.system_modstamp >= staged.system_modstamp)
               """
                .formatted(ids.table().table(), stage, changes);
    }
}
