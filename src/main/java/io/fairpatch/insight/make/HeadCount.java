package io.fairpatch.insight.make;

import io.fairpatch.config.CoverageModel;
import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Choice;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.model.OrgUser;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** How many reps the accounts need by the coverage model, against how many there are. */
@Singleton
final class HeadCount implements ReportMaker {
    private static final About ABOUT = About.of(
            "head-count",
            "Head count",
            Group.CAPACITY,
            Choice.number("accounts", "Calculate: accounts", 100, 0, 10_000_000),
            Choice.number("ratio", "at accounts a rep", 5, 1, 100_000));

    private static final List<Column> COLUMNS = List.of(
            Column.text("model", "Coverage model"),
            Column.text("channel", "Channel"),
            Column.text("visits", "Visits a year"),
            Column.text("split", "Accounts / prospecting"),
            Column.of("accounts", "Accounts", Unit.COUNT, "Scored accounts of this company size"),
            Column.of("ratio", "Accounts a rep", Unit.COUNT, "Upper end of the model's range"),
            Column.of("needed", "Reps needed", Unit.COUNT, "Accounts over accounts a rep, rounded up"),
            Column.of("have", "Reps there", Unit.COUNT, "Active reps with a role of the model"),
            Column.of("hire", "To be hired", Unit.COUNT, "Needed less there, if positive"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var models = land.coverage().coverageModels();
        var rows = models.stream().map(model -> row(land, model).opening()).toList();
        long needed = models.stream()
                .filter(model -> !model.alternative())
                .mapToLong(model -> needed(accounts(land, model).size(), ratio(model)))
                .sum();
        long calculated = needed((long) settings.number("accounts"), settings.number("ratio"));
        return new Report(
                title(),
                "The coverage models ask for " + Say.count(needed, "rep", "reps") + "; there "
                        + (land.reps().size() == 1 ? "is " : "are ")
                        + land.reps().size() + ". " + granularity(land.reps().size()),
                List.of(Figure.of(
                        "Reps for " + settings.text("accounts") + " accounts at " + settings.text("ratio"),
                        Unit.COUNT,
                        calculated,
                        "Accounts over accounts a rep, rounded up: 100 at 5 need 20")),
                Chart.bars("Reps needed", "needed"),
                List.of(new Table("Coverage models", COLUMNS, rows)),
                List.of(
                        "Models, ratios and roles stand in coverage.yml; company size goes by the company's revenue.",
                        "Where no rep has a role of the model, its reps there are 0: map the user field of the role."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return land.coverage().coverageModels().stream()
                .filter(model -> model.name().equals(key))
                .findFirst()
                .map(model -> AccountRows.report(
                        model.name(),
                        Say.accounts(accounts(land, model).size()) + " at " + Say.number(ratio(model)) + " a rep need "
                                + Say.count(needed(accounts(land, model).size(), ratio(model)), "rep", "reps") + ".",
                        accounts(land, model),
                        List.of()));
    }

    /** Accounts over accounts a rep, rounded up. */
    static long needed(long accounts, double ratio) {
        return (long) Math.ceil(accounts / ratio - 1e-9);
    }

    /** A small team has broad territories, a large one narrow ones. */
    static String granularity(int reps) {
        if (reps == 0) {
            return "Without reps there are no territories to draw.";
        }
        String how = reps <= 5
                ? "broad ones, by region or by all of a segment"
                : reps <= 20 ? "ones by state or by segment within a region" : "narrow ones, by segment within a state";
        return "A team of " + reps + " makes " + Say.count(reps, "territory", "territories") + ": " + how + ".";
    }

    private static Row row(Landscape land, CoverageModel model) {
        int accounts = accounts(land, model).size();
        long needed = needed(accounts, ratio(model));
        long have = land.reps().stream()
                .filter(rep -> rep.role() != null && has(model, rep.role()))
                .count();
        long hire = model.alternative() ? 0 : Math.max(0, needed - have);
        return Row.of(
                        model.name(),
                        model.alternative() ? model.name() + " (instead)" : model.name(),
                        model.channel(),
                        Say.number(model.visits().from()) + " to "
                                + Say.number(model.visits().to()),
                        Say.percent(model.accountShare()) + " / " + Say.percent(1 - model.accountShare()),
                        accounts,
                        ratio(model),
                        needed,
                        have,
                        hire)
                .marked(hire > 0 ? Tone.WARN : Tone.PLAIN);
    }

    private static double ratio(CoverageModel model) {
        return model.accountsPerRep().to();
    }

    static boolean has(CoverageModel model, String role) {
        return model.roles().stream().anyMatch(role::equalsIgnoreCase);
    }

    static List<Entry> accounts(Landscape land, CoverageModel model) {
        return land.entries().stream()
                .filter(entry -> entry.profile().size() == model.segment())
                .toList();
    }

    /** The role of whoever has the account, empty when unknown. */
    static String role(Entry entry) {
        OrgUser holder = entry.holder();
        return holder == null || holder.role() == null ? "" : holder.role();
    }
}
