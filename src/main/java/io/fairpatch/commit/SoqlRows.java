package io.fairpatch.commit;

import io.fairpatch.model.Progress;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.RowSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a query, all in memory: for objects with few of them. */
final class SoqlRows implements RowSink {
    /** With 18 characters an id, well below the 100,000 that a query may have. */
    private static final int IDS_A_QUERY = 2_000;

    private final List<String> header = new ArrayList<>();
    private final List<Map<String, String>> page = new ArrayList<>();
    private final List<Map<String, String>> rows = new ArrayList<>();

    private SoqlRows() {}

    /** Values by column; one that is null in the org is an empty text. */
    static List<Map<String, String>> read(OrgReader reader, String object, String soql) {
        var sink = new SoqlRows();
        reader.query(new BulkQuery(object, soql, false), sink, Progress.NONE);
        return sink.rows;
    }

    /**
     * The rows whose lookup names one of these records, asked for in as many queries as their length takes.
     *
     * @param select up to and without WHERE
     * @param alive called between calls to the org
     */
    static List<Map<String, String>> readOf(
            OrgReader reader, String object, String select, String lookup, List<String> ids, Runnable alive) {
        var rows = new ArrayList<Map<String, String>>();
        for (int from = 0; from < ids.size(); from += IDS_A_QUERY) {
            alive.run();
            List<String> turn = ids.subList(from, Math.min(ids.size(), from + IDS_A_QUERY));
            rows.addAll(read(reader, object, select + " WHERE " + lookup + " IN ('" + String.join("','", turn) + "')"));
        }
        return rows;
    }

    @Override
    public void pageStart(List<String> columns) {
        header.clear();
        header.addAll(columns);
        page.clear();
    }

    @Override
    public void row(List<String> cells) {
        var row = new HashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        page.add(row);
    }

    @Override
    public void pageEnd(int count) {
        rows.addAll(page);
    }

    @Override
    public void pageBroken() {
        page.clear();
    }
}
