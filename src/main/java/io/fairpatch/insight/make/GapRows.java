package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Accounts with their coverage: high potential first, of those the longest idle first. */
final class GapRows {
    private static final List<Column> COLUMNS = List.of(
            Column.text("account", "Account"),
            Column.text("rep", "Rep"),
            Column.text("tier", "Tier"),
            Column.of("score", "Score", Unit.NUMBER),
            Column.of("potential", "Potential a year", Unit.MONEY),
            Column.text("status", "Status"),
            Column.of("idle", "Days without contact", Unit.DAYS, "Empty: never touched"),
            Column.of("last", "Last contact", Unit.DATE));

    private GapRows() {}

    static Table table(String title, Landscape land, List<Entry> entries) {
        var rows = entries.stream()
                .sorted(order(land))
                .map(entry -> row(land, entry))
                .toList();
        return new Table(title, COLUMNS, rows);
    }

    /** By tier, then longest idle (never touched before all), then most potential. */
    static Comparator<Entry> order(Landscape land) {
        return Comparator.comparing((Entry entry) -> entry.score().tier())
                .thenComparing(
                        entry -> -CoverageStatus.idle(entry, land.today()).orElse(Long.MAX_VALUE))
                .thenComparing(entry -> -entry.potential())
                .thenComparing(entry -> entry.account().id().value());
    }

    private static Row row(Landscape land, Entry entry) {
        var status = CoverageStatus.of(entry, land.today());
        OptionalLong idle = CoverageStatus.idle(entry, land.today());
        boolean never = entry.account().lastActivity() == null;
        var row = Row.of(
                entry.account().id().value(),
                entry.account().name(),
                AccountRows.holder(entry),
                AccountRows.tier(entry),
                entry.score().score(),
                entry.potential(),
                never ? status.words() + ", never touched" : status.words(),
                idle.isEmpty() ? null : idle.getAsLong(),
                Value.of(entry.account().lastActivity()));
        return AccountRows.link(entry, row).marked(tone(status));
    }

    private static Tone tone(CoverageStatus status) {
        return switch (status) {
            case UNCOVERED -> Tone.BAD;
            case DORMANT, AT_RISK -> Tone.WARN;
            case ACTIVE -> Tone.PLAIN;
        };
    }
}
