package io.fairpatch.sandbox.bulk1;

import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.org.RecordIds;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.org.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a client wants a query split: into one batch for each so many ids of the object, whether or not the query finds
 * their records.
 *
 * @param size ids a batch
 * @param startRow the first id
 */
record PkChunks(int size, String startRow) {
    private static final String HEADER = "Sforce-Enable-PKChunking";
    private static final Pattern SIZE = Pattern.compile("chunkSize\\s*=\\s*(\\d{1,9})");
    private static final Pattern START = Pattern.compile("startRow\\s*=\\s*(\\w{15,18})");
    private static final int USUAL = 100_000;
    private static final int MOST = 250_000;

    /** Empty for a client that wants none. */
    static Optional<PkChunks> of(Request request) {
        var said = Objects.requireNonNullElse(request.header(HEADER), "false");
        if (said.strip().equalsIgnoreCase("false")) {
            return Optional.empty();
        }
        var size = SIZE.matcher(said);
        var start = START.matcher(said);
        return Optional.of(new PkChunks(
                size.find() ? Math.min(MOST, Math.max(1, Integer.parseInt(size.group(1)))) : USUAL,
                start.find() ? RecordIds.normalise(start.group(1)).orElse("") : ""));
    }

    /** What a query found, one list for each batch. */
    List<List<Row>> split(Table table, List<Row> found) {
        var ids = table.rows().stream()
                .map(Row::id)
                .filter(id -> id.compareTo(startRow) >= 0)
                .sorted()
                .toList();
        var chunks = new ArrayList<List<Row>>();
        for (int start = 0; start < Math.max(1, ids.size()); start += size) {
            var first = ids.isEmpty() ? startRow : ids.get(start);
            var next = start + size < ids.size() ? ids.get(start + size) : null;
            chunks.add(found.stream()
                    .filter(row -> row.id().compareTo(first) >= 0
                            && (next == null || row.id().compareTo(next) < 0))
                    .toList());
        }
        return chunks;
    }
}
