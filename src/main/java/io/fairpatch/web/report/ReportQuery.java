package io.fairpatch.web.report;

import io.fairpatch.insight.report.Choice;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.web.page.QueryValues;
import io.micronaut.http.uri.UriBuilder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a report.
 *
 * @param given what the address sets, without what is usual
 * @param open the row whose rows are wanted, null for the report itself
 */
record ReportQuery(Settings settings, Map<String, String> given, @Nullable String open) {
    static ReportQuery parse(@Nullable String query, ReportMaker maker) {
        var values = new QueryValues(query);
        var given = new HashMap<String, String>();
        for (Choice choice : maker.choices()) {
            String value = values.get(choice.key());
            if (value != null && !value.equals(choice.usual())) {
                given.put(choice.key(), value);
            }
        }
        return new ReportQuery(Settings.of(maker.choices(), given), given, values.get("open"));
    }

    String asQuery() {
        var builder = UriBuilder.of("");
        settings.all().keySet().stream()
                .filter(given::containsKey)
                .forEach(key -> builder.queryParam(key, settings.text(key)));
        String query = builder.build().getRawQuery();
        return query == null ? "" : query;
    }
}
