package io.fairpatch.bench.sync;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The result pages of one query, in files. */
record Recording(List<Path> pages, int rows) {
    private static final int PAGE_ROWS = 50_000;
    private static final String STAMP = "2031-01-01T00:00:00.000+0000";

    /**
     * Writes pages of {@code rows} rows made of the given ones, each with an id of its own.
     *
     * @param changed give them a newer stamp, as changes of the rows with the lowest ids
     */
    static Recording make(Path folder, List<String> csv, int rows, boolean changed) throws IOException {
        var pages = new ArrayList<Path>();
        int stampAt = List.of(csv.get(0).replace("\"", "").split(",")).indexOf("SystemModstamp");
        for (int from = 0; from < rows; from += PAGE_ROWS) {
            var page = Files.createTempFile(folder, "page", ".csv");
            try (var out = Files.newBufferedWriter(page)) {
                out.write(csv.get(0));
                out.write('\n');
                for (int i = from; i < Math.min(rows, from + PAGE_ROWS); i++) {
                    write(out, csv.get(1 + i % (csv.size() - 1)), i, changed ? stampAt : -1);
                }
            }
            pages.add(page);
        }
        return new Recording(pages, rows);
    }

    private static void write(BufferedWriter out, String line, int number, int stampAt) throws IOException {
        out.write("\"001");
        out.write(String.format(Locale.ROOT, "%012d", number));
        out.write("AAA\"");
        // every value is quoted, so that quote-comma-quote ends each
        var rest = line.substring(line.indexOf("\",\"") + 1);
        if (stampAt >= 0) {
            rest = rest.replaceFirst(
                    "\"20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000[^\"]*\"", "\"" + STAMP + "\"");
        }
        out.write(rest);
        out.write('\n');
    }

    String list(String results) {
        var links = new StringBuilder("{\"resultPages\":[");
        for (int i = 0; i < pages.size(); i++) {
            links.append(i == 0 ? "" : ",")
                    .append("{\"resultLink\":\"")
                    .append(results)
                    .append("?locator=page")
                    .append(i)
                    .append("\"}");
        }
        return links.append("],\"done\":true}").toString();
    }

    void send(HttpExchange exchange) throws IOException {
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        int at = query.contains("locator=page")
                ? Integer.parseInt(query.replaceFirst(".*locator=page(\\d+).*", "$1"))
                : 0;
        var page = pages.get(at);
        int count = Math.min(PAGE_ROWS, rows - at * PAGE_ROWS);
        exchange.getResponseHeaders().set("Content-Type", "text/csv");
        exchange.getResponseHeaders().set("Sforce-NumberOfRecords", "" + count);
        exchange.getResponseHeaders().set("Sforce-Locator", at + 1 < pages.size() ? "page" + (at + 1) : "null");
        exchange.sendResponseHeaders(200, Files.size(page));
        Files.copy(page, exchange.getResponseBody());
    }
}
