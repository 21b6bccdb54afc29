package io.fairpatch.commit;

import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.DirectWriter;
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
    /** Five calls to the org: a lease that is renewed between turns outlives the slowest org. */
    private static final int ROWS_A_TURN = 1_000;

    private static final String CLEAR = "#N/A";

    private final ObjectSchema schema;
    private final Map<String, OrgRecord> records;

    private Rows(ObjectSchema schema, Map<String, OrgRecord> records) {
        this.schema = schema;
        this.records = records;
    }

    /**
     * As {@link #read}, for a run that keeps its lease meanwhile.
     *
     * @throws FairpatchException WRITES_DISABLED when another org has come to answer; in a copy of the org meant, records
     *     have the same ids
     */
    static Rows now(OrgReader reader, List<WriteIntent> intents, Ledger ledger) {
        WriteSwitch.requireSame(ledger.run().org(), reader.identity());
        return read(reader, intents, ledger::keepLease);
    }

    /**
     * Reads every field of {@code base} and {@code after} of these intents.
     *
     * @param alive called between calls to the org
     */
    static Rows read(OrgReader reader, List<WriteIntent> intents, Runnable alive) {
        var fields = new TreeSet<String>();
        intents.forEach(intent -> {
            fields.addAll(intent.base().values().keySet());
            fields.addAll(intent.after().values().keySet());
        });
        ObjectSchema schema = reader.describe(Batch.OBJECT);
        Map<String, OrgRecord> records = new HashMap<>();
        List<String> ids = intents.stream().map(WriteIntent::account).toList();
        for (int from = 0; from < ids.size(); from += ROWS_A_TURN) {
            alive.run();
            List<String> turn = ids.subList(from, Math.min(ids.size(), from + ROWS_A_TURN));
            reader.read(Batch.OBJECT, turn, Drift.fieldsToRead(fields, schema))
                    .forEach(record -> records.put(record.id().value(), record));
        }
        return new Rows(schema, records);
    }

    /** Nothing was read; knows how to compare what will be. */
    static Rows of(ObjectSchema schema) {
        return new Rows(schema, Map.of());
    }

    /** The row for a direct write, which looks at the record once more right before it writes. */
    DirectWriter.Row direct(WriteIntent intent) {
        List<String> compared =
                intent.base().values().keySet().stream().filter(schema::has).toList();
        return new DirectWriter.Row(
                intent.account(),
                compared,
                record -> Drift.changes(intent.base(), record, schema).isEmpty(),
                intent.after().values());
    }

    /** Before a write: which rows still hold what the plan was made on, and how the others differ. */
    Guarded guard(List<WriteIntent> intents) {
        var guarded = new Guarded(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (WriteIntent intent : intents) {
            if (!holds(intent, intent.base())) {
                guarded.drifted.add(
                        holds(intent, intent.after()) ? already(intent) : difference(intent, intent.base()));
            } else if (intent.after().values().containsValue(CLEAR)) {
                guarded.unwritable.add(Outcome.because(
                        intent.account(), "UNWRITABLE", "The text #N/A means \"clear the field\" to the org"));
            } else {
                guarded.passed.add(intent);
            }
        }
        return guarded;
    }

    /** As after our database was restored from an older copy: by its word nothing was written yet. */
    private static Outcome already(WriteIntent intent) {
        return Outcome.because(
                intent.account(), "ALREADY_SO", "The org held already what was approved; nothing was written");
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

    /** Whether the org holds exactly these values of the row; a row that is gone holds nothing. */
    boolean holds(WriteIntent intent, FieldValues expected) {
        OrgRecord now = records.get(intent.account());
        return now != null && Drift.changes(expected, now, schema).isEmpty();
    }

    /** How the org differs from these values of the row. */
    Outcome difference(WriteIntent intent, FieldValues expected) {
        return Outcome.differs(intent.account(), changes(intent, expected), records.get(intent.account()));
    }

    /** How the org differs from what it said that it wrote. */
    Outcome altered(WriteIntent intent) {
        return Outcome.altered(intent.account(), changes(intent, intent.after()), records.get(intent.account()));
    }

    private List<DriftReport.Change> changes(WriteIntent intent, FieldValues expected) {
        OrgRecord now = records.get(intent.account());
        return now == null ? List.of() : Drift.changes(expected, now, schema);
    }

    /** @param unwritable rows with a value that the org would take for something else */
    record Guarded(List<WriteIntent> passed, List<Outcome> drifted, List<Outcome> unwritable) {}

    record Resolved(List<Outcome> confirmed, List<Outcome> again, List<Outcome> drifted) {}
}
