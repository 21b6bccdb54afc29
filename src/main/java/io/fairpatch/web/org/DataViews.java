package io.fairpatch.web.org;

import io.fairpatch.sync.readiness.DuplicateGroup;
import io.fairpatch.sync.readiness.FieldFill;
import io.fairpatch.sync.readiness.LeftOut;
import io.fairpatch.sync.readiness.ReadinessReport;
import io.fairpatch.sync.readiness.ReadinessReport.Share;
import io.fairpatch.web.view.DataPage;
import io.fairpatch.web.view.OrgTab;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Show;
import java.util.List;
import java.util.stream.Collectors;

/** A report as the page shows it. */
final class DataViews {
    private DataViews() {}

    static DataPage of(Shell shell, List<OrgTab> tabs, ReadinessReport report) {
        return new DataPage(
                shell,
                sentence(report),
                tabs,
                report.missing(),
                report.warnings(),
                List.of(
                        new DataPage.Count(
                                "Accounts", Show.count(report.owners().accounts())),
                        new DataPage.Count(
                                "Without an owner", Show.count(report.owners().nobody())),
                        new DataPage.Count(
                                "Owner not active", Show.count(report.owners().inactive())),
                        new DataPage.Count(
                                "Owner not visible", Show.count(report.owners().unknown())),
                        new DataPage.Count("Duplicate groups", Show.count(report.duplicateGroups())),
                        new DataPage.Count("Place unknown", Show.count(report.unplaced()))),
                report.fields().stream().map(DataViews::field).toList(),
                report.fields().stream().anyMatch(FieldFill::sampled),
                report.duplicates().stream().map(DataViews::group).toList(),
                report.regions().stream().map(DataViews::share).toList(),
                report.industries().stream().map(DataViews::share).toList(),
                report.unplacedSample(),
                report.notes().stream().map(DataViews::note).toList());
    }

    private static String sentence(ReadinessReport report) {
        if (!report.ready()) {
            return "No plan can be made yet: " + report.missing().size()
                    + (report.missing().size() == 1 ? " thing is missing." : " things are missing.");
        }
        return report.warnings().isEmpty()
                ? "The data is ready for a plan."
                : "A plan can be made; " + report.warnings().size()
                        + (report.warnings().size() == 1 ? " thing" : " things") + " would make it better.";
    }

    private static DataPage.Field field(FieldFill fill) {
        return new DataPage.Field(
                fill.object() + (fill.source().isEmpty() ? "" : ", from " + String.join(" and ", fill.source())),
                fill.field().replaceFirst("_cents$", "").replace('_', ' '),
                (int) Math.floor(fill.share() * 100),
                Show.count(fill.filled() + fill.imported()),
                fill.imported() == 0 ? "" : Show.count(fill.imported()),
                Show.count(fill.distinct()),
                fill.samples().stream()
                        .map(text -> sample(fill, text))
                        .distinct()
                        .collect(Collectors.joining(" | ")));
    }

    /** Amounts in units, lists as their words. */
    private static String sample(FieldFill fill, String text) {
        return fill.field().endsWith("_cents") && text.matches("-?\\d{1,18}")
                ? Show.money(Long.parseLong(text))
                : text.replaceAll("[\\[\\]\"]", "");
    }

    private static DataPage.Group group(DuplicateGroup group) {
        return new DataPage.Group(
                member(group.survivor()),
                group.others().stream().map(DataViews::member).toList(),
                group.why());
    }

    private static DataPage.Link member(DuplicateGroup.Member member) {
        return new DataPage.Link(member.name(), "/accounts/" + member.id());
    }

    private static DataPage.Part share(Share share) {
        return new DataPage.Part(share.name(), Show.count(share.accounts()), Show.money(share.potentialCents()));
    }

    private static DataPage.Note note(LeftOut note) {
        return new DataPage.Note(
                note.object() + " " + note.recordId(),
                note.field() + (note.value().isEmpty() ? "" : ": " + note.value()),
                note.reason(),
                note.kept());
    }
}
