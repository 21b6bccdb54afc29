package io.fairpatch.sandbox.org;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Writes records: each is checked against the newest version, then made, with no other write between. Thread-safe. */
public final class RecordWriter {
    private static final RowError ROLLED_BACK = RowError.of(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "Record rolled back because not all records were valid and the request was using AllOrNone header");

    private final Org org;
    private final ChangeCheck check;
    private final SideEffects effects;

    public RecordWriter(Org org) {
        this.org = org;
        this.check = new ChangeCheck(org);
        this.effects = new SideEffects(org);
    }

    /** Makes one write, or says why not. */
    public Outcome write(Write write, WriteContext context) {
        synchronized (org) {
            try {
                var change = check.change(write, context);
                var id = org.commit(change, context);
                effects.follow(change, id, context);
                return new Outcome(id, change.creates(), null);
            } catch (RowException e) {
                return Outcome.refused(write.id(), e.error());
            }
        }
    }

    /** Makes one write; the faults that concern the row at this place of the request strike it. */
    public Outcome write(Write write, WriteContext context, RowFaults faults, int place) {
        var refused = faults.error(place, write.id());
        if (refused.isPresent()) {
            return Outcome.refused(write.id(), refused.get());
        }
        synchronized (org) {
            var outcome = write(write, context);
            var late = faults.late(place);
            if (outcome.success() && !late.isZero() && outcome.id() != null) {
                org.backdate(outcome.id(), late);
            }
            return outcome;
        }
    }

    /** Makes the writes one by one, or none of them when one is refused. Outcomes are in the order of the writes. */
    public List<Outcome> writeAll(List<Write> writes, boolean allOrNone, WriteContext context) {
        synchronized (org) {
            if (allOrNone) {
                var errors =
                        writes.stream().map(write -> refusal(write, context)).toList();
                if (errors.stream().anyMatch(error -> error != ROLLED_BACK)) {
                    var outcomes = new ArrayList<Outcome>();
                    for (int i = 0; i < writes.size(); i++) {
                        outcomes.add(Outcome.refused(writes.get(i).id(), errors.get(i)));
                    }
                    return outcomes;
                }
            }
            return writes.stream().map(write -> write(write, context)).toList();
        }
    }

    /** Runs with no write between its reads and its writes. */
    public <T> T exclusively(Supplier<T> action) {
        synchronized (org) {
            return action.get();
        }
    }

    private RowError refusal(Write write, WriteContext context) {
        try {
            check.change(write, context);
            return ROLLED_BACK;
        } catch (RowException e) {
            return e.error();
        }
    }
}
