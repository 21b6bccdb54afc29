package io.fairpatch.web.api;

import io.fairpatch.insight.report.Choice;
import io.fairpatch.insight.report.ReportMaker;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;

/** A report that can be asked for. */
@Serdeable
public record ReportInfoJson(String name, String title, String group, List<ChoiceJson> settings) {
    public ReportInfoJson {
        settings = List.copyOf(settings);
    }

    /** A query parameter; {@code values} is empty for a number. */
    @Serdeable
    public record ChoiceJson(String key, String label, String usual, List<String> values) {
        public ChoiceJson {
            values = List.copyOf(values);
        }

        static ChoiceJson of(Choice choice) {
            return new ChoiceJson(choice.key(), choice.label(), choice.usual(), choice.values());
        }
    }

    static ReportInfoJson of(ReportMaker maker) {
        return new ReportInfoJson(
                maker.name(),
                maker.title(),
                maker.group().name().toLowerCase(Locale.ROOT),
                maker.choices().stream().map(ChoiceJson::of).toList());
    }
}
