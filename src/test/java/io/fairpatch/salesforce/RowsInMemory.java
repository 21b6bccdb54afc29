package io.fairpatch.salesforce;

import io.fairpatch.org.RowSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps rows as a careful sink must: a page counts once it has ended. */
final class RowsInMemory implements RowSink {
    final List<List<String>> rows = new ArrayList<>();
    final List<String> header = new ArrayList<>();
    int broken;
    private final List<List<String>> page = new ArrayList<>();

    @Override
    public void pageStart(List<String> names) {
        header.clear();
        header.addAll(names);
        page.clear();
    }

    @Override
    public void row(List<String> values) {
        page.add(List.copyOf(values));
    }

    @Override
    public void pageEnd(int count) {
        if (count != page.size()) {
            throw new AssertionError("pageEnd said " + count + " rows after " + page.size());
        }
        rows.addAll(page);
    }

    @Override
    public void pageBroken() {
        broken++;
        page.clear();
    }
}
