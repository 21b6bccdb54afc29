package io.fairpatch.sync.file;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.ImportStore;
import io.fairpatch.sync.file.RowReading.Fate;
import io.fairpatch.sync.file.RowReading.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What should be known of rows that are taken. Holds the line of each record of the file: about 150 bytes each. For one
 * thread.
 */
final class Notes {
    private final ImportRequest request;
    private final Map<String, Long> lines = new HashMap<>();
    /** In lower case. */
    private final Set<String> emails = new HashSet<>();

    private final Stages stages;
    private final boolean stagesTell;

    private long count;

    Notes(ImportStore store, SalesforceId org, ImportRequest request, Stages stages) {
        this.request = request;
        this.stages = stages;
        this.stagesTell = request.kind() == ImportKind.OPPORTUNITIES
                && !request.columns().containsValue("won")
                && !request.columns().containsValue("closed");
        if (request.columns().containsValue("ownerEmail")) {
            store.keys(org, "User", "email", (id, email) -> emails.add(email.toLowerCase(Locale.ROOT)));
        }
    }

    /** Rows that got a note. */
    long count() {
        return count;
    }

    Row on(Row row, long line) {
        if (row.fate() != Fate.TAKEN) {
            return row;
        }
        var note = repeated(row, line) + unowned(row) + unheardOf(row);
        if (note.isEmpty()) {
            return row;
        }
        count++;
        return row.noted(note.strip());
    }

    private String repeated(Row row, long line) {
        boolean records = request.kind().records();
        var before = lines.put(records ? Records.id(request, row).value() : row.recordId(), line);
        if (before == null) {
            return "";
        }
        return records
                ? "line " + before + " has the same id or says the same: kept once, as here. "
                : "line " + before + " is about the same record: where both have a value, this one stands. ";
    }

    private String unowned(Row row) {
        var owner = row.values().get("ownerEmail");
        return owner == null || emails.contains(owner.toLowerCase(Locale.ROOT))
                ? ""
                : "nobody in the org has the e-mail " + owner + ": taken without an owner. ";
    }

    private String unheardOf(Row row) {
        var stage = row.values().getOrDefault("stage", "");
        return !stagesTell || stages.of(stage).isPresent()
                ? ""
                : "no deal of the org is in the stage " + stage
                        + ": taken as open; map columns to won and closed where it is not. ";
    }
}
