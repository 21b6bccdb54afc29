package io.fairpatch.store;

/** Statements about the table in which the rows of a part wait. */
final class StageSql {
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
            case IDS -> "COPY %s (id, system_modstamp) FROM STDIN".formatted(stage);
            case CHANGES ->
                "COPY %s (%s, is_deleted, merged_into) FROM STDIN"
                        .formatted(stage, part.table().list(""));
            case FULL -> "COPY %s (%s) FROM STDIN".formatted(stage, part.table().list(""));
        };
    }

    /** Straight into the table, for an org that has nothing there yet. */
    static String copyDirectly(SyncPart part) {
        return "COPY %s (org_id, %s) FROM STDIN"
                .formatted(part.table().table(), part.table().list(""));
    }

    /** Brings staged rows into the table: never over a newer one, and not touching what is equal. */
    static String upsert(SyncPart part, String stage) {
        var table = part.table();
        return """
               INSERT INTO %1$s AS kept (org_id, %2$s)
               SELECT DISTINCT ON (id) :org, %2$s FROM %5$s WHERE is_deleted IS NOT TRUE
               ORDER BY id, system_modstamp DESC
               ON CONFLICT (org_id, id) DO UPDATE SET (%2$s, deleted_at, merged_into) = ROW (%3$s, NULL, NULL)
               WHERE kept.deleted_at IS NOT NULL OR %4$s
               """
                .formatted(table.table(), table.list(""), table.list("excluded."), differs(table, "excluded."), stage);
    }

    /** The same where every staged record is shown already: it looks for none to insert, and locks none that is equal. */
    static String update(SyncPart part, String stage) {
        var table = part.table();
        return """
               UPDATE %1$s AS kept SET (%2$s) = ROW (%3$s)
               FROM (SELECT DISTINCT ON (id) %2$s FROM %5$s WHERE is_deleted IS NOT TRUE
                     ORDER BY id, system_modstamp DESC) AS staged
               WHERE kept.org_id = :org AND kept.id = staged.id AND (%4$s)
               """
                .formatted(table.table(), table.list(""), table.list("staged."), differs(table, "staged."), stage);
    }

    /** Newer than what is kept, or as old and different; most are newer, and then no more columns are looked at. */
    private static String differs(SnapshotTable table, String prefix) {
        return """
               kept.system_modstamp < %1$ssystem_modstamp
                 OR kept.system_modstamp = %1$ssystem_modstamp AND (%2$s) IS DISTINCT FROM (%3$s)"""
                .formatted(prefix, table.list("kept."), table.list(prefix));
    }

    /** Whether a staged record is not shown yet, and whether one is said to be gone. */
    static String look(SyncPart part, String stage) {
        return """
               SELECT coalesce(bool_or(staged.is_deleted IS NOT TRUE AND (kept.id IS NULL OR kept.deleted_at IS NOT NULL)),
                               false) AS brings,
                      coalesce(bool_or(staged.is_deleted), false) AS buries
               FROM %2$s AS staged LEFT JOIN %1$s AS kept ON kept.org_id = :org AND kept.id = staged.id
               """
                .formatted(part.table().table(), stage);
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
               FROM %1$s AS kept LEFT JOIN (SELECT DISTINCT id FROM %2$s) AS staged ON staged.id = kept.id
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
