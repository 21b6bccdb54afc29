package io.fairpatch.web.org;

import io.fairpatch.doctor.CheckState;
import io.fairpatch.doctor.Diagnosis;
import io.fairpatch.doctor.Finding;
import io.fairpatch.web.view.ChecksView;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.StateBadge;
import java.util.Comparator;

/** Puts the doctor's findings on the page: what to mend comes first. */
final class CheckViews {
    private CheckViews() {}

    static ChecksView of(Diagnosis diagnosis) {
        return new ChecksView(
                diagnosis.sentence(),
                Show.moment(diagnosis.at()),
                diagnosis.findings().stream()
                        .filter(finding -> finding.state() != CheckState.PASS)
                        .sorted(Comparator.comparing(Finding::state).reversed().thenComparing(Finding::number))
                        .map(CheckViews::row)
                        .toList(),
                diagnosis.findings().stream()
                        .filter(finding -> finding.state() == CheckState.PASS)
                        .map(CheckViews::row)
                        .toList());
    }

    private static ChecksView.Row row(Finding finding) {
        return new ChecksView.Row(
                finding.number(),
                finding.id(),
                badge(finding.state()),
                finding.area().words(),
                finding.title(),
                finding.what(),
                finding.why(),
                finding.mend(),
                finding.where());
    }

    private static StateBadge badge(CheckState state) {
        return switch (state) {
            case PASS -> new StateBadge("Pass", "success", StateBadge.Tone.GOOD);
            case WARN -> new StateBadge("Look at it", "warning", StateBadge.Tone.WAITING);
            case FAIL -> new StateBadge("Fail", "error", StateBadge.Tone.BAD);
        };
    }
}
