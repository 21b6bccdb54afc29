package io.fairpatch.web.api;

import io.fairpatch.review.BookView;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.WhatIf;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person tries out and what it would do; nothing of it is in the proposal.
 *
 * @param spreadProposal highest potential over target over the lowest, in the proposal
 * @param spreadEdited the same with the edits
 * @param books the books they touch
 */
@Serdeable
public record EditsJson(List<EditJson> edits, double spreadProposal, double spreadEdited, List<BookJson> books) {
    public EditsJson {
        edits = List.copyOf(edits);
        books = List.copyOf(books);
    }

    /** One account, who has it now, in the proposal and with the edit. */
    @Serdeable
    public record EditJson(
            String account,
            String accountName,
            @Nullable String currentRep,
            @Nullable String proposedRep,
            String to,
            String toName,
            String note) {}

    /** A book as it would be; the ratio is potential over target, null without a target. */
    @Serdeable
    public record BookJson(
            String rep,
            String repName,
            int accounts,
            long potentialCents,
            double workloadHours,
            @Nullable Double ratio) {
        static BookJson of(BookView view) {
            var load = view.book().after();
            return new BookJson(
                    view.book().rep().value(),
                    view.repName(),
                    load.accounts(),
                    load.potentialCents(),
                    load.workloadHours(),
                    view.ratioAfter());
        }
    }

    static EditsJson of(WhatIf trial) {
        ProposalSummary.Balance proposal = trial.proposal();
        return new EditsJson(
                trial.edits().stream()
                        .map(edit -> new EditJson(
                                edit.account().value(),
                                edit.accountName(),
                                edit.currentRep(),
                                edit.proposedRep(),
                                edit.to().value(),
                                edit.toName(),
                                edit.note()))
                        .toList(),
                proposal.spreadAfter(),
                trial.edited().spreadAfter(),
                trial.books().stream().map(BookJson::of).toList());
    }
}
