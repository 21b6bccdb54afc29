package io.fairpatch.sync;

import io.fairpatch.config.MappingConfig.Scope;
import io.fairpatch.geo.Gazetteer;
import io.fairpatch.store.CopyRows;
import io.fairpatch.store.RefusedRow;
import java.util.List;

/** Writes rows of one object into a table, column by column. For one thread. */
final class RowCells {
    private final List<ReadPlan.Source> sources;
    private final Whereabouts whereabouts;
    private final Amounts amounts;
    private final Cells cells;
    private final Scope scope;
    private final int recordTypeAt;
    private final int personAt;
    private final String[] values;
    private long outOfScope;

    RowCells(ReadPlan plan, Rates rates, Scope scope, Gazetteer gazetteer) {
        var columns = plan.object().table().columns();
        this.sources = plan.sources();
        this.whereabouts = new Whereabouts(gazetteer, columns);
        this.amounts = new Amounts(rates, columns);
        this.cells = new Cells(plan.object().object(), whereabouts, amounts);
        this.scope = scope;
        this.recordTypeAt = plan.object() == SyncedObject.ACCOUNT ? columns.indexOf("record_type") : -1;
        this.personAt = columns.indexOf("person_account");
        this.values = new String[sources.size()];
    }

    /** The row's values in the order of the table's columns, to be filled by the caller. */
    String[] values() {
        return values;
    }

    /** What was noted on this page. */
    List<RefusedRow> notes() {
        return cells.notes();
    }

    /** Rows left out because nobody wants them copied. */
    long outOfScope() {
        return outOfScope;
    }

    /** Writes a row that the org shows; false when it is left out. */
    boolean shown(CopyRows out) {
        if (!inScope()) {
            outOfScope++;
            return false;
        }
        if (!columns(out)) {
            return false;
        }
        out.endRow();
        return true;
    }

    /** Writes a row that changed; one that left the scope counts as deleted. */
    boolean changed(CopyRows out, boolean deleted, String master) {
        if (!columns(out)) {
            return false;
        }
        out.flag(deleted || !inScope());
        out.text(master.isEmpty() ? null : master);
        out.endRow();
        return true;
    }

    /** Writes id and stamp alone. */
    void idRow(String id, String stamp, CopyRows out) {
        out.text(id);
        long moment = Dates.epochMicros(stamp);
        if (Numbers.known(moment)) {
            out.moment(moment);
        } else {
            out.none();
        }
        out.endRow();
    }

    private boolean columns(CopyRows out) {
        whereabouts.at(values);
        amounts.at(values);
        cells.turnTo(values[0]);
        for (int i = 0; i < values.length; i++) {
            var source = sources.get(i);
            if (!cells.write(source.kind(), source.shown(), values[i], out)) {
                return false;
            }
        }
        return true;
    }

    private boolean inScope() {
        return (recordTypeAt < 0
                        || scope.recordTypes().isEmpty()
                        || scope.recordTypes().contains(values[recordTypeAt]))
                && (personAt < 0 || scope.personAccounts() || !values[personAt].equals("true"));
    }
}
