package io.fairpatch.review.sheet;

import io.fairpatch.model.SpreadsheetText;
import io.fairpatch.review.ProposalLine;
import io.fairpatch.review.Unwritten;
import java.util.List;
import java.util.Objects;

/** The columns of the spreadsheet. The last two say what stood there when it was taken out; nobody needs to touch them. */
final class MoveColumns {
    static final String ACCOUNT = "Account Id";
    static final String TO = "To";
    static final String TO_ID = "To Id";
    static final String DECISION = "Decision";
    static final String REASON = "Reason";
    static final String THEN_TO = "To Id When Exported";
    static final String THEN_DECISION = "Decision When Exported";

    static final List<String> ALL = List.of(
            ACCOUNT,
            "Account",
            "From",
            TO_ID,
            TO,
            DECISION,
            REASON,
            "Potential",
            "Open Deals",
            "Why",
            "Not Written",
            THEN_TO,
            THEN_DECISION);

    private static final double CENTS = 100;

    private MoveColumns() {}

    /** A line's cells: texts that a spreadsheet would run are inert, figures are numbers in units of the currency. */
    static List<Object> cells(ProposalLine line) {
        return List.of(
                line.account().value(),
                SpreadsheetText.inert(line.accountName()),
                SpreadsheetText.inert(Objects.requireNonNullElse(line.fromName(), "")),
                line.to().value(),
                SpreadsheetText.inert(line.toName()),
                line.decision().name(),
                SpreadsheetText.inert(Objects.requireNonNullElse(line.declineReason(), "")),
                Math.round(line.potentialCents() / CENTS),
                line.extras().openDeals(),
                SpreadsheetText.inert(line.headline()),
                unwritten(line),
                line.to().value(),
                line.decision().name());
    }

    private static String unwritten(ProposalLine line) {
        Unwritten why = line.extras().unwritten();
        return why == null ? "" : why.words();
    }
}
