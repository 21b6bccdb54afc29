package io.fairpatch.sandbox.org;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Writes records: each is checked against the newest version, then made, with no other write between. Thread-safe. */
public final class RecordWriter {
    private static final RowError ROLLED_BACK = RowError.of(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "Record rolled back because not all records were valid and the request was using AllOrNone header");

    private final Org org;
    private final ChangeCheck check;

    public RecordWriter(Org org) {
        this.org = org;
        this.check = new ChangeCheck(org);
    }

    /** Makes one write, or says why not. */
    public Outcome write(Write write, WriteContext context) {
        synchronized (org) {
            try {
                var change = check.change(write, context);
                var id = org.commit(change, context);
                new SideEffects(org, context.userId()).follow(change, id, context);
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
    public List<Outcome> writeAll(List<Write> writes, boolean allOrNone, WriteContext context, RowFaults faults) {
        synchronized (org) {
            if (!allOrNone) {
                return each(writes, context, faults);
            }
            // looked at before, so that a reader does not see writes that won't stay; some clash only with each other
            var errors = IntStream.range(0, writes.size())
                    .mapToObj(i -> refusal(writes.get(i), context, faults, i))
                    .toList();
            if (errors.stream().anyMatch(error -> error != ROLLED_BACK)) {
                return IntStream.range(0, writes.size())
                        .mapToObj(i -> Outcome.refused(writes.get(i).id(), errors.get(i)))
                        .toList();
            }
            var made = org.together(() -> each(writes, context, faults), RecordWriter::allMade);
            return allMade(made) ? made : rolledBack(writes, made);
        }
    }

    private List<Outcome> each(List<Write> writes, WriteContext context, RowFaults faults) {
        var twins = Twins.among(writes);
        return IntStream.range(0, writes.size())
                .mapToObj(i -> twins.refusal(writes.get(i))
                        .map(error -> Outcome.refused(writes.get(i).id(), error))
                        .orElseGet(() -> write(writes.get(i), context, faults, i)))
                .toList();
    }

    private static boolean allMade(List<Outcome> outcomes) {
        return outcomes.stream().allMatch(Outcome::success);
    }

    private static List<Outcome> rolledBack(List<Write> writes, List<Outcome> made) {
        return IntStream.range(0, made.size())
                .mapToObj(i ->
                        made.get(i).success() ? Outcome.refused(writes.get(i).id(), ROLLED_BACK) : made.get(i))
                .toList();
    }

    /** Runs with no write between its reads and its writes. */
    public <T> T exclusively(Supplier<T> action) {
        synchronized (org) {
            return action.get();
        }
    }

    private RowError refusal(Write write, WriteContext context, RowFaults faults, int place) {
        try {
            check.change(write, context);
            return faults.error(place, write.id()).orElse(ROLLED_BACK);
        } catch (RowException e) {
            return e.error();
        }
    }
}
