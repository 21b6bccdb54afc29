package io.fairpatch.insight.make;

import io.fairpatch.config.CoverageModel;
import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether each segment is explicitly staffed; the mid-market is the one usually forgotten. */
@Singleton
final class Staffing implements ReportMaker {
    private static final About ABOUT = About.of("staffing", "Unstaffed segments", Group.CAPACITY);

    private static final List<Column> COLUMNS = List.of(
            Column.text("segment", "Segment"),
            Column.text("roles", "Roles of the model"),
            Column.of("accounts", "Accounts", Unit.COUNT),
            Column.of("potential", "Potential a year", Unit.MONEY),
            Column.of("reps", "Reps with such a role", Unit.COUNT),
            Column.of("held", "Accounts held by an active rep", Unit.SHARE),
            Column.of("matched", "held by such a role", Unit.SHARE),
            Column.text("verdict", "Verdict"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        boolean rolesKnown = land.reps().stream().anyMatch(rep -> rep.role() != null);
        var rows = land.coverage().coverageModels().stream()
                .filter(model -> !model.alternative())
                .map(model -> row(land, model, rolesKnown).opening())
                .toList();
        var unstaffed = rows.stream()
                .filter(row -> row.tone() == Tone.BAD)
                .map(Row::key)
                .toList();
        return new Report(
                title(),
                unstaffed.isEmpty()
                        ? "Every segment with accounts is staffed."
                        : "No rep for: " + String.join(", ", unstaffed) + ".",
                List.of(),
                Chart.bars("Accounts held by an active rep", "held"),
                List.of(new Table("Segments", COLUMNS, rows)),
                List.of(
                        rolesKnown
                                ? "A segment is unstaffed when it has accounts and no active rep has a role of its model."
                                : "No rep has a role: a segment is unstaffed when no active rep holds an account of it."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return land.coverage().coverageModels().stream()
                .filter(model -> !model.alternative() && model.segment().words().equals(key))
                .findFirst()
                .map(model -> AccountRows.report(
                        key,
                        Say.accounts(HeadCount.accounts(land, model).size()) + " of this segment; its roles: "
                                + String.join(", ", model.roles()) + ".",
                        HeadCount.accounts(land, model),
                        List.of("Company size goes by the company's revenue; roles stand in coverage.yml.")));
    }

    private static Row row(Landscape land, CoverageModel model, boolean rolesKnown) {
        var entries = HeadCount.accounts(land, model);
        long reps = land.reps().stream()
                .map(rep -> rep.role())
                .filter(Objects::nonNull)
                .filter(role -> HeadCount.has(model, role))
                .count();
        long held = entries.stream().filter(Entry::held).count();
        boolean missing = !entries.isEmpty() && (rolesKnown ? reps == 0 : held == 0);
        return Row.of(
                        model.segment().words(),
                        model.segment().words(),
                        String.join(", ", model.roles()),
                        entries.size(),
                        entries.stream().mapToLong(Entry::potential).sum(),
                        reps,
                        Value.share(held, entries.size()),
                        Value.share(
                                entries.stream()
                                        .filter(entry -> entry.held() && HeadCount.has(model, HeadCount.role(entry)))
                                        .count(),
                                entries.size()),
                        missing ? "no rep" : entries.isEmpty() ? "no accounts" : "staffed")
                .marked(missing ? Tone.BAD : Tone.PLAIN);
    }
}
