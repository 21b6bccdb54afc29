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
import io.fairpatch.web.view.Shell.Notice;
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

    static ImportPage.Outcome outcome(Waiting file, boolean taken, Fates fates) {
        var tally = fates.tally();
        long left = tally.rows() - tally.taken();
        return new ImportPage.Outcome(
                !taken,
                List.of(
                        new Fact("Rows", Show.count(tally.rows())),
                        new Fact(taken ? "Taken in" : "Would be taken in", Show.count(tally.taken())),
                        new Fact("Of them with a note", Show.count(tally.noted())),
                        new Fact("About nobody in the org", Show.count(tally.unmatched())),
                        new Fact("About more than one", Show.count(tally.ambiguous())),
                        new Fact("A value does not fit", Show.count(tally.refused()))),
                rows(fates.left()),
                left - fates.left().size(),
                rows(fates.noted()),
                tally.noted() - fates.noted().size(),
                PATH + "/" + file.id() + "/fates.csv");
    }

    private static List<ImportPage.Row> rows(List<Fates.Said> said) {
        return said.stream()
                .map(row -> new ImportPage.Row(Show.count(row.line()), row.key(), row.fate(), row.reason()))
                .toList();
    }

    static String sentence(boolean done, Fates.Tally tally) {
        var taken = Show.count(tally.taken()) + " of " + Show.count(tally.rows(), "row", "rows");
        return done
                ? taken + (tally.taken() == 1 ? " was" : " were") + " taken in."
                : taken + " would be taken in. Nothing was changed yet.";
    }

    /** What the rows themselves don't say; null for nothing. */
    static @Nullable Notice notice(ImportReport report, boolean hasty) {
        var later = report.later() == null
                ? null
                : "Values of the same source as late as " + report.later()
                        + " are there already and stand where both have one.";
        if (hasty) {
            return new Notice(
                    false,
                    "What you say about the file changed since its rows were looked at: they were looked at again,"
                            + " and nothing was taken in",
                    later);
        }
        return later == null ? null : new Notice(true, later, null);
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
