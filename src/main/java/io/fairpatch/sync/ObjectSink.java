package io.fairpatch.sync;

import io.fairpatch.config.FieldSource;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.org.QueryJob;
import io.fairpatch.org.RowSink;
import io.fairpatch.store.CopyRows;
import io.fairpatch.store.ReadMode;
import io.fairpatch.store.SnapshotLoad;
import io.fairpatch.store.SyncPart;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one part, page by page, into the load. */
final class ObjectSink implements RowSink {
    private final SyncPart part;
    private final SnapshotLoad load;
    private final ReadPlan plan;
    private final RowCells cells;
    /** By column of the table: the column of the page, -1 for none or more than one. */
    private final int[] from;

    private List<String> header = List.of();
    private int deletedAt = -1;
    private int masterAt = -1;
    private @Nullable CopyRows out;
    private long rowsInPage;
    private long leftInPage;

    ObjectSink(SyncPart part, ReadPlan plan, SnapshotLoad load, RowCells cells) {
        this.part = part;
        this.plan = plan;
        this.load = load;
        this.cells = cells;
        this.from = new int[plan.sources().size()];
    }

    @Override
    public void pageStart(List<String> names) {
        header = List.copyOf(names);
        for (var field : plan.fields()) {
            if (!header.contains(field) && part.mode() != ReadMode.IDS) {
                throw Problem.of(ErrorCode.ORG_ANSWER, "The org left the column " + field + " out of its answer")
                        .at(part.object())
                        .maybe("try again later; if it stays, tell us the org's API version.")
                        .exception();
            }
        }
        Arrays.setAll(from, i -> column(plan.sources().get(i).from()));
        deletedAt = header.indexOf(Window.DELETED);
        masterAt = header.indexOf(Window.MASTER);
        forgetPage();
    }

    private int column(@Nullable FieldSource source) {
        return source instanceof FieldSource.Field field ? header.indexOf(field.api()) : -1;
    }

    @Override
    public void row(List<String> page) {
        rowsInPage++;
        var target = current();
        if (part.mode() == ReadMode.IDS) {
            cells.idRow(page.get(header.indexOf("Id")), page.get(header.indexOf("SystemModstamp")), target);
            return;
        }
        for (int i = 0; i < from.length; i++) {
            cells.values()[i] = from[i] >= 0 ? page.get(from[i]) : other(i, page);
        }
        boolean gone = deletedAt >= 0 && page.get(deletedAt).equals("true");
        var master = masterAt < 0 ? "" : page.get(masterAt);
        boolean kept = part.mode() == ReadMode.CHANGES ? cells.changed(target, gone, master) : cells.shown(target);
        if (!kept) {
            target.dropRow();
            leftInPage++;
        }
    }

    private String other(int column, List<String> page) {
        var source = plan.sources().get(column).from();
        return source == null ? "" : source.value(field -> page.get(header.indexOf(field)));
    }

    @Override
    public void pageEnd(int declared) {
        throw new IllegalStateException("A page without its place came for " + part.object());
    }

    @Override
    public void pageEnd(int declared, QueryJob next) {
        if (rowsInPage != declared) {
            throw counts("a page of " + part.object(), declared, rowsInPage);
        }
        long left = leftInPage;
        long taken = load.endPage(part, next.locator(), next.delivered(), left, cells.notes());
        if (taken + left != declared) {
            throw counts("a page of " + part.object(), declared, taken + left);
        }
        forgetPage();
    }

    @Override
    public void pageBroken() {
        load.dropPage();
        forgetPage();
    }

    /** Begun with the first row: most pages of an incremental sync have none. */
    private CopyRows current() {
        if (out == null) {
            out = load.beginPage(part);
        }
        return out;
    }

    private void forgetPage() {
        out = null;
        rowsInPage = 0;
        leftInPage = 0;
        cells.notes().clear();
    }

    static RuntimeException counts(String what, long declared, long arrived) {
        return Problem.of(
                        ErrorCode.ORG_RECORD_COUNT,
                        "The org declared " + declared + " rows for " + what + ", but " + arrived + " arrived")
                .because("the answer was cut, or it changed while it was read; nothing of it was kept")
                .maybe("sync again; the copy from before is still in place.")
                .exception();
    }
}
