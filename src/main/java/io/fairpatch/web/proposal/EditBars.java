package io.fairpatch.web.proposal;

import io.fairpatch.review.BookView;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.WhatIf;
import io.fairpatch.web.view.EditsBar;
import io.fairpatch.web.view.Show;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a person tries out, as the bar under the sentence shows it. */
final class EditBars {
    private EditBars() {}

    /** @param books of the proposal as it is */
    static @Nullable EditsBar of(WhatIf trial, ProposalState state, List<BookView> books, double low, double high) {
        if (trial.edits().isEmpty()) {
            return null;
        }
        Map<String, Double> proposed = new HashMap<>();
        books.forEach(view -> proposed.put(view.book().rep().value(), ratio(view.ratioAfter())));
        return new EditsBar(
                sentence(trial),
                onSaving(state),
                trial.edits().stream()
                        .map(edit -> new EditsBar.Row(
                                edit.account().value(),
                                edit.accountName(),
                                edit.proposedRep(),
                                edit.toName(),
                                edit.note()))
                        .toList(),
                trial.books().stream()
                        .filter(view -> view.ratioAfter() != null)
                        .map(view -> effect(view, proposed, low, high))
                        .toList());
    }

    private static EditsBar.Effect effect(BookView view, Map<String, Double> proposed, double low, double high) {
        double before = proposed.getOrDefault(view.book().rep().value(), 0.0);
        double after = ratio(view.ratioAfter());
        return new EditsBar.Effect(
                view.repName(),
                Show.percent(before, low, high),
                Show.percent(after, low, high),
                after >= low && after <= high);
    }

    private static String sentence(WhatIf trial) {
        String now = Show.ratio(trial.proposal().spreadAfter());
        String then = Show.ratio(trial.edited().spreadAfter());
        return Show.count(trial.edits().size(), "edit", "edits") + " not in the proposal: the fullest book "
                + (now.equals(then) ? "stays at " : "goes from " + now + " to ") + then + " the emptiest.";
    }

    private static @Nullable String onSaving(ProposalState state) {
        return switch (state) {
            case IN_REVIEW ->
                "Saving makes the next version a draft: it must be submitted and approved anew. Decisions on other"
                        + " moves stay.";
            case APPROVED ->
                "Saving takes the approval back: the next version is a draft, to be submitted and approved anew."
                        + " Decisions on other moves stay.";
            default -> null;
        };
    }

    private static double ratio(@Nullable Double ratio) {
        return ratio == null ? 0 : ratio;
    }
}
