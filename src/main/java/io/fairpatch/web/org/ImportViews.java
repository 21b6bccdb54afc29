package io.fairpatch.web.org;

import io.fairpatch.model.ImportedFile;
import io.fairpatch.sync.file.ColumnGuess;
import io.fairpatch.sync.file.Fates;
import io.fairpatch.sync.file.FileHead;
import io.fairpatch.sync.file.ImportKind;
import io.fairpatch.sync.file.ImportReport;
import io.fairpatch.sync.file.WaitingFiles.Waiting;
import io.fairpatch.web.view.Fact;
import io.fairpatch.web.view.ImportPage;
import io.fairpatch.web.view.MoveTable.Choice;
import io.fairpatch.web.view.Show;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files and what became of them, as the page shows it. */
final class ImportViews {
    static final String PATH = "/org/import";

    private ImportViews() {}

    static List<ImportPage.Kind> kinds() {
        return Arrays.stream(ImportKind.values())
                .map(kind -> new ImportPage.Kind(
                        kind.word(),
                        String.join(", ", kind.keys()),
                        ColumnGuess.fields(kind).stream()
                                .filter(field -> !kind.keys().contains(field))
                                .collect(Collectors.joining(", ")),
                        kind.open()))
                .toList();
    }

    static ImportPage.Match match(Waiting file, FileHead head, ImportForm form) {
        var columns = new ArrayList<ImportPage.Column>();
        for (int i = 0; i < head.header().size(); i++) {
            var column = head.header().get(i);
            columns.add(new ImportPage.Column(
                    ImportForm.name(i),
                    column,
                    head.sample(i),
                    choices(form.kind(), column),
                    form.columns().getOrDefault(column, "")));
        }
        return new ImportPage.Match(
                PATH + "/" + file.id(),
                form.kind().word(),
                file.name(),
                String.join(", ", form.kind().keys()),
                columns,
                form.source(),
                form.asOf().toString(),
                form.preferred(),
                form.said());
    }

    private static List<Choice> choices(ImportKind kind, String column) {
        var choices = new ArrayList<Choice>();
        ColumnGuess.fields(kind).forEach(field -> choices.add(new Choice(field, field)));
        var own = ColumnGuess.own(column);
        if (kind.open()
                && !own.isEmpty()
                && choices.stream().noneMatch(choice -> choice.value().equals(own))) {
            choices.add(new Choice(own, "kept as " + own));
        }
        return choices;
    }

    static ImportPage.Outcome outcome(
            Waiting file, ImportReport report, List<Fates.Said> left, List<Fates.Said> noted) {
        long all = report.rows() - report.taken();
        return new ImportPage.Outcome(
                report.dryRun(),
                List.of(
                        new Fact("Rows", Show.count(report.rows())),
                        new Fact(report.dryRun() ? "Would be taken in" : "Taken in", Show.count(report.taken())),
                        new Fact("Of them with a note", Show.count(report.noted())),
                        new Fact("About nobody in the org", Show.count(report.unmatched())),
                        new Fact("About more than one", Show.count(report.ambiguous())),
                        new Fact("A value does not fit", Show.count(report.refused()))),
                later(report),
                rows(left),
                all - left.size(),
                rows(noted),
                report.noted() - noted.size(),
                PATH + "/" + file.id() + "/fates.csv");
    }

    private static @Nullable String later(ImportReport report) {
        return report.later() == null
                ? null
                : "Values of the same source as late as " + report.later()
                        + " are there already and stand where both have one.";
    }

    private static List<ImportPage.Row> rows(List<Fates.Said> said) {
        return said.stream()
                .map(row -> new ImportPage.Row(Show.count(row.line()), row.key(), row.fate(), row.reason()))
                .toList();
    }

    static String sentence(ImportReport report, boolean hasty) {
        return hasty
                ? "What you say about the file changed since its rows were looked at, so they were looked at again: "
                        + sentence(report)
                : sentence(report);
    }

    private static String sentence(ImportReport report) {
        var taken = Show.count(report.taken()) + " of " + Show.count(report.rows(), "row", "rows");
        return report.dryRun()
                ? taken + " would be taken in. Nothing was changed yet."
                : taken + (report.taken() == 1 ? " was" : " were") + " taken in.";
    }

    static List<ImportPage.Before> before(List<ImportedFile> files) {
        return files.stream()
                .map(file -> new ImportPage.Before(
                        file.file(),
                        file.kind(),
                        file.source(),
                        file.asOf().toString(),
                        file.person(),
                        Show.moment(file.importedAt()),
                        Show.count(file.taken())))
                .toList();
    }
}
