package io.fairpatch.salesforce;

import io.fairpatch.org.OrgRow;
import io.fairpatch.org.RowSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Collects the rows of a small query. */
final class RowList implements RowSink {
    private final List<OrgRow> rows = new ArrayList<>();
    private List<String> columns = List.of();

    List<OrgRow> rows() {
        return List.copyOf(rows);
    }

    @Override
    public void pageStart(List<String> header) {
        columns = List.copyOf(header);
    }

    @Override
    public void row(List<String> values) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), values.get(i));
        }
        rows.add(new OrgRow(row));
    }

    @Override
    public void pageEnd(int count) {
        // pages are read whole or not at all
    }

    @Override
    public void pageBroken() {
        throw new IllegalStateException("A page of a REST query never breaks off half-way");
    }
}
