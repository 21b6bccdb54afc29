package io.fairpatch.web.view;

import io.fairpatch.insight.report.Choice;
import io.fairpatch.insight.report.Report;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report as a page.
 *
 * @param path its address without settings
 * @param query what is set, as a query string without the question mark; empty when nothing is
 * @param values what is set, by key
 * @param menu all reports beside it
 * @param map drawn above the table, null for most
 */
public record ReportPage(
        Shell shell,
        String path,
        String query,
        Report report,
        List<Choice> choices,
        Map<String, String> values,
        List<Menu> menu,
        @Nullable CoverageMap map,
        boolean mayExport) {
    public ReportPage {
        choices = List.copyOf(choices);
        values = Map.copyOf(values);
        menu = List.copyOf(menu);
    }

    /** Reports of one group. */
    public record Menu(String label, List<Link> links) {
        public Menu {
            links = List.copyOf(links);
        }
    }

    public record Link(String label, String href, boolean current) {}

    /** The address of the rows behind a row. */
    public String open(String key) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "open="
                + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    /** Back from the rows to the report. */
    public String back() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The address of the report as a file. */
    public String file(String format) {
        return path + "/export?" + (query.isEmpty() ? "" : query + "&") + "format=" + format;
    }
}
