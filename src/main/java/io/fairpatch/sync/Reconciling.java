package io.fairpatch.sync;

import io.fairpatch.org.OrgReader;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.store.ReadMode;
import io.fairpatch.store.SnapshotLoad;
import io.fairpatch.store.SyncPart;
import java.util.ArrayList;
import java.util.List;

/** Finds by id and stamp what the windows missed, and reads it. */
final class Reconciling {
    /** More than that are quicker read in bulk. */
    private static final int FEW = 1_000;

    private Reconciling() {}

    /** @param many whether more were missed than {@code ids} holds */
    record Missed(SyncPart changes, List<String> ids, boolean many) {}

    static List<Missed> missed(SnapshotLoad load) {
        var found = new ArrayList<Missed>();
        for (var ids : load.parts()) {
            if (ids.mode() == ReadMode.IDS) {
                var changes = changesOf(ids, load);
                var missed = load.missed(ids, changes, FEW + 1);
                if (!missed.isEmpty()) {
                    found.add(new Missed(changes, missed, missed.size() > FEW));
                }
            }
        }
        return found;
    }

    private static SyncPart changesOf(SyncPart ids, SnapshotLoad load) {
        return load.parts().stream()
                .filter(part -> part.object().equals(ids.object()) && part.mode() == ReadMode.CHANGES)
                .findFirst()
                .orElseThrow();
    }

    /** Adds the records to what changed. */
    static void readByIds(OrgReader reader, SnapshotLoad load, Missed missed, ReadPlan plan, RowCells cells) {
        var fields = List.copyOf(plan.fields());
        var records = reader.read(plan.object().object(), missed.ids(), fields);
        var target = load.beginPage(missed.changes());
        long left = 0;
        for (var record : records) {
            fill(cells, plan, record);
            if (!cells.changed(target, false, "")) {
                target.dropRow();
                left++;
            }
        }
        var stands = load.progress(missed.changes());
        load.endPage(missed.changes(), "", stands.delivered() + records.size(), left, cells.notes());
        cells.notes().clear();
    }

    private static void fill(RowCells cells, ReadPlan plan, OrgRecord record) {
        for (int i = 0; i < plan.sources().size(); i++) {
            var source = plan.sources().get(i).from();
            cells.values()[i] = source == null
                    ? ""
                    : source.value(field -> record.value(field).orElse(""));
        }
    }
}
