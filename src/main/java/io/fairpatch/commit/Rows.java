package io.fairpatch.commit;

import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.review.Drift;
import io.fairpatch.review.DriftReport;
import io.fairpatch.review.FieldValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The rows of a batch as the org holds them now. */
final class Rows {
    private final ObjectSchema schema;
    private final Map<String, OrgRecord> records;

    private Rows(ObjectSchema schema, Map<String, OrgRecord> records) {
        this.schema = schema;
        this.records = records;
    }

    /** Reads every field of {@code base} and {@code after} of these intents. */
    static Rows read(OrgReader reader, List<WriteIntent> intents) {
        var fields = new TreeSet<String>();
        intents.forEach(intent -> {
            fields.addAll(intent.base().values().keySet());
            fields.addAll(intent.after().values().keySet());
        });
        ObjectSchema schema = reader.describe(Batch.OBJECT);
        Map<String, OrgRecord> records = new HashMap<>();
        List<String> ids = intents.stream().map(WriteIntent::account).toList();
        reader.read(Batch.OBJECT, ids, Drift.fieldsToRead(fields, schema))
                .forEach(record -> records.put(record.id().value(), record));
        return new Rows(schema, records);
    }

    /** Before a write: which rows still hold what the plan was made on, and how the others differ. */
    Guarded guard(List<WriteIntent> intents) {
        var guarded = new Guarded(new ArrayList<>(), new ArrayList<>());
        for (WriteIntent intent : intents) {
            if (holds(intent, intent.base())) {
                guarded.passed.add(intent);
            } else {
                guarded.drifted.add(difference(intent, intent.base()));
            }
        }
        return guarded;
    }

    /** After a write that the org confirmed: which rows hold what was approved, and how the others differ. */
    Verified verify(List<WriteIntent> intents) {
        var verified = new Verified(new ArrayList<>(), new ArrayList<>());
        for (WriteIntent intent : intents) {
            if (holds(intent, intent.after())) {
                verified.confirmed.add(Outcome.plain(intent.account()));
            } else {
                verified.differing.add(difference(intent, intent.after()));
            }
        }
        return verified;
    }

    /** After a write that nobody knows of: written, not written, or something else altogether. */
    Resolved resolve(List<WriteIntent> intents) {
        var resolved = new Resolved(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (WriteIntent intent : intents) {
            if (holds(intent, intent.after())) {
                resolved.confirmed.add(Outcome.plain(intent.account()));
            } else if (holds(intent, intent.base())) {
                resolved.again.add(Outcome.because(intent.account(), "NOT_WRITTEN", "The org had not written it"));
            } else {
                resolved.drifted.add(difference(intent, intent.base()));
            }
        }
        return resolved;
    }

    private boolean holds(WriteIntent intent, FieldValues expected) {
        OrgRecord now = records.get(intent.account());
        return now != null && Drift.changes(expected, now, schema).isEmpty();
    }

    private Outcome difference(WriteIntent intent, FieldValues expected) {
        OrgRecord now = records.get(intent.account());
        List<DriftReport.Change> changes = now == null ? List.of() : Drift.changes(expected, now, schema);
        return Outcome.differs(intent.account(), changes, now);
    }

    record Guarded(List<WriteIntent> passed, List<Outcome> drifted) {}

    record Verified(List<Outcome> confirmed, List<Outcome> differing) {}

    record Resolved(List<Outcome> confirmed, List<Outcome> again, List<Outcome> drifted) {}
}
