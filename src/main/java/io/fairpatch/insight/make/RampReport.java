package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.model.RampStage;
import io.fairpatch.plan.Focus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Whether reps who ramp have books to learn on: few accounts, rich, not complex, quick; and what each should focus on. */
@Singleton
final class RampReport implements ReportMaker {
    private static final About ABOUT = About.of("ramp", "Books to learn on", Group.CAPACITY);

    private static final List<Column> BOOKS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.text("stage", "Stage"),
            Column.of("accounts", "Accounts", Unit.COUNT),
            Column.of("potential", "Potential an account", Unit.MONEY, "Mean of the book"),
            Column.of("complex", "Complex", Unit.SHARE, "Share of the accounts that are enterprise companies"),
            Column.of(
                    "cycle",
                    "Cycle, days",
                    Unit.DAYS,
                    "Mean over the book of the usual cycle of the account's company size, from deals won"),
            Column.text("verdict", "Verdict"));

    private static final List<Column> FOCUS = List.of(
            Column.text("rep", "Rep"),
            Column.text("stage", "Stage"),
            Column.of("count", "Accounts", Unit.COUNT),
            Column.text("focus", "Focus on"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var cycles = Cycles.of(land);
        var grown = land.staffed().stream()
                .filter(territory -> !Focus.ramps(stage(land, territory)))
                .toList();
        var team = BookKind.of(grown, cycles);
        var rows = land.staffed().stream()
                .filter(territory -> Focus.ramps(stage(land, territory)))
                .map(territory -> row(land, territory, BookKind.of(List.of(territory), cycles), team))
                .toList();
        long amiss = rows.stream().filter(row -> row.tone() == Tone.WARN).count();
        return new Report(
                title(),
                rows.isEmpty()
                        ? "Nobody ramps."
                        : rows.size() - amiss + " of "
                                + Say.count(rows.size(), "rep who ramps has", "reps who ramp have")
                                + " a book to learn on.",
                List.of(),
                null,
                List.of(
                        new Table("Reps who ramp", BOOKS, rows)
                                .with(team.row("team", "All others", "", "", "a book of theirs on average"))
                                .orSay("Nobody ramps."),
                        new Table("What to focus on", FOCUS, focus(land)).orSay("No territory has an active rep.")),
                List.of(
                        "To learn on: fewer accounts than the others, potential an account not below theirs, fewer complex"
                                + " ones, and a cycle that is not longer.",
                        "Focus: three accounts of who ramps, the richest that are not complex, to go deep; up to twenty of"
                                + " the others, the richest of each industry in turn."));
    }

    private static Row row(Landscape land, Territory territory, BookKind book, BookKind team) {
        String verdict = book.verdict(team);
        return book.row(
                        territory.key(),
                        territory.name(),
                        territory.repName(),
                        words(stage(land, territory)),
                        verdict.isEmpty() ? "to learn on" : verdict)
                .marked(verdict.isEmpty() ? Tone.GOOD : Tone.WARN);
    }

    private static List<Row> focus(Landscape land) {
        return land.staffed().stream()
                .map(territory -> {
                    RampStage stage = stage(land, territory);
                    List<Focus.Target> targets = Focus.of(
                            stage,
                            territory.accounts().stream()
                                    .map(RampReport::target)
                                    .toList());
                    return Row.of(
                            territory.key(),
                            territory.repName(),
                            words(stage),
                            targets.size(),
                            targets.stream().map(Focus.Target::name).collect(Collectors.joining(", ")));
                })
                .toList();
    }

    private static Focus.Target target(Entry entry) {
        return new Focus.Target(
                entry.account().id(),
                entry.account().name(),
                entry.profile().industry(),
                entry.profile().size(),
                entry.potential());
    }

    private static RampStage stage(Landscape land, Territory territory) {
        return land.rep(territory.rep() == null ? null : territory.rep().id())
                .map(rep -> rep.rampStage())
                .orElse(RampStage.RAMPED);
    }

    private static String words(RampStage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }
}
