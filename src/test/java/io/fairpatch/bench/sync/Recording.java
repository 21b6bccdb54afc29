package io.fairpatch.bench.sync;

import com.sun.net.httpserver.HttpExchange;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The result pages of one query, in files.
 *
 * @param csv the lines that the rows are made of
 * @param first number of the first row's account
 * @param changed the day that all rows are stamped with; null to leave their stamps as they are
 */
record Recording(Path folder, List<String> csv, List<Path> pages, int first, int rows, @Nullable LocalDate changed) {
    private static final int PAGE_ROWS = 50_000;
    private static final LocalDate FIRST_CHANGE = LocalDate.of(2031, 1, 1);

    /** Writes pages of {@code rows} rows made of the given ones, each with an id of its own. */
    static Recording of(Path folder, List<String> csv, int rows) throws IOException {
        return make(folder, csv, 0, rows, null);
    }

    /** The same with a newer stamp, as changes of the accounts with the lowest ids. */
    static Recording changes(Path folder, List<String> csv, int rows) throws IOException {
        return make(folder, csv, 0, rows, FIRST_CHANGE);
    }

    /**
     * As many changes of the accounts that follow, a day later.
     *
     * @param accounts how many the org has; after the last come the first again
     */
    Recording later(int accounts) throws IOException {
        int next = first + 2 * rows > accounts ? 0 : first + rows;
        return changed == null ? this : make(folder, csv, next, rows, changed.plusDays(1));
    }

    private static Recording make(Path folder, List<String> csv, int first, int rows, @Nullable LocalDate changed)
            throws IOException {
        var pages = new ArrayList<Path>();
        for (int from = 0; from < rows; from += PAGE_ROWS) {
            var page = Files.createTempFile(folder, "page", ".csv");
            try (var out = Files.newBufferedWriter(page)) {
                out.write(csv.get(0));
                out.write('\n');
                for (int i = first + from; i < first + Math.min(rows, from + PAGE_ROWS); i++) {
                    write(out, csv.get(1 + i % (csv.size() - 1)), i, changed);
                }
            }
            pages.add(page);
        }
        return new Recording(folder, csv, pages, first, rows, changed);
    }

    private static void write(BufferedWriter out, String line, int number, @Nullable LocalDate changed)
            throws IOException {
        out.write("\"001");
        out.write(String.format(Locale.ROOT, "%012d", number));
        out.write("AAA\"");
        // every value is quoted, so that quote-comma-quote ends each
        var rest = line.substring(line.indexOf("\",\"") + 1);
        if (changed != null) {
            rest = rest.replaceFirst(
                    "\"20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000[^\"]*\"",
                    "\"" + changed + "T00:00:00.000+0000\"");
        }
        out.write(rest);
        out.write('\n');
    }

    void delete() throws IOException {
        for (var page : pages) {
            Files.deleteIfExists(page);
        }
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
