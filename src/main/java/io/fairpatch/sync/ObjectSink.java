package io.fairpatch.sync;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.geo.Gazetteer;
import io.fairpatch.org.RowSink;
import io.fairpatch.store.CopyRows;
import io.fairpatch.store.SnapshotLoad;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one object, page by page, into the load. */
final class ObjectSink implements RowSink {
    private final ReadPlan plan;
    private final SnapshotLoad load;
    private final Whereabouts whereabouts;
    private final Cells cells;
    /** By column of the table: the column of the page, -1 for none. */
    private final int[] from;

    private final String[] values;
    private @Nullable CopyRows out;
    private long refusedInPage;
    private long rowsInPage;
    private long refused;
    private long rows;

    ObjectSink(ReadPlan plan, SnapshotLoad load, Gazetteer gazetteer) {
        this.plan = plan;
        this.load = load;
        this.whereabouts = new Whereabouts(gazetteer, plan.object().table().columns());
        this.cells = new Cells(plan.object().object(), whereabouts);
        this.from = new int[plan.sources().size()];
        this.values = new String[from.length];
    }

    @Override
    public void pageStart(List<String> header) {
        for (int i = 0; i < from.length; i++) {
            String api = plan.sources().get(i).api();
            from[i] = api.isEmpty() ? -1 : header.indexOf(api);
            if (from[i] < 0 && !api.isEmpty()) {
                throw Problem.of(ErrorCode.ORG_ANSWER, "The org left the column " + api + " out of its answer")
                        .at(plan.object().object())
                        .maybe("try again later; if it stays, tell us the org's API version.")
                        .exception();
            }
        }
        forgetPage();
        out = load.beginPage(plan.object().table());
    }

    @Override
    public void row(List<String> page) {
        for (int i = 0; i < from.length; i++) {
            values[i] = from[i] < 0 ? "" : page.get(from[i]);
        }
        rowsInPage++;
        whereabouts.at(values);
        cells.turnTo(values[0]);
        CopyRows target = current();
        for (int i = 0; i < values.length; i++) {
            var source = plan.sources().get(i);
            if (!cells.write(source.kind(), source.api(), values[i], target)) {
                target.dropRow();
                refusedInPage++;
                return;
            }
        }
        target.endRow();
    }

    @Override
    public void pageEnd(int declared) {
        long before = load.staged(plan.object().table());
        load.endPage(plan.object().table(), cells.notes());
        long taken = load.staged(plan.object().table()) - before;
        if (rowsInPage != declared || taken + refusedInPage != declared) {
            throw counts("a page of " + plan.object().object(), declared, taken + refusedInPage);
        }
        rows += rowsInPage;
        refused += refusedInPage;
        forgetPage();
    }

    @Override
    public void pageBroken() {
        load.dropPage();
        forgetPage();
    }

    /** @throws io.fairpatch.error.FairpatchException ORG_RECORD_COUNT when {@code total} rows were not what arrived */
    void checkTotal(long total) {
        if (rows != total) {
            throw counts("all pages of " + plan.object().object(), total, rows);
        }
    }

    /** Rows that arrived in whole pages, refused ones included. */
    long rows() {
        return rows;
    }

    /** Rows left out. */
    long refused() {
        return refused;
    }

    private CopyRows current() {
        if (out == null) {
            throw new IllegalStateException("A row came before its page began");
        }
        return out;
    }

    private void forgetPage() {
        out = null;
        rowsInPage = 0;
        refusedInPage = 0;
        cells.notes().clear();
        Arrays.fill(values, "");
    }

    private static RuntimeException counts(String what, long declared, long arrived) {
        return Problem.of(
                        ErrorCode.ORG_RECORD_COUNT,
                        "The org declared " + declared + " rows for " + what + ", but " + arrived + " arrived")
                .because("the answer was cut, or it changed while it was read; nothing of it was kept")
                .maybe("sync again; the copy from before is still in place.")
                .exception();
    }
}
