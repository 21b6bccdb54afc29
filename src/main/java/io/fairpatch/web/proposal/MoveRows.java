package io.fairpatch.web.proposal;

import io.fairpatch.review.Decision;
import io.fairpatch.review.ProposalLine;
import io.fairpatch.review.Unwritten;
import io.fairpatch.web.view.MoveColumn;
import io.fairpatch.web.view.MoveRow;
import io.fairpatch.web.view.MoveRow.Cell;
import io.fairpatch.web.view.Show;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One move as the list shows it. */
final class MoveRows {
    private MoveRows() {}

    static MoveRow row(ProposalLine line, List<MoveColumn> columns) {
        return new MoveRow(
                line.account().value(),
                line.accountName(),
                line.fromName(),
                line.toName(),
                line.headline(),
                line.mainRule(),
                line.potentialCents(),
                MoveRow.Decision.valueOf(line.decision().name()),
                line.decidedBy(),
                line.declineReason(),
                columns.stream().map(column -> cell(line, column)).toList(),
                marks(line));
    }

    private static Cell cell(ProposalLine line, MoveColumn column) {
        return switch (column) {
            case FROM -> new Cell(column, Objects.requireNonNullElse(line.fromName(), "nobody"), null);
            case TO -> new Cell(column, line.toName(), null);
            case RULE -> new Cell(column, line.mainRule(), null);
            case POTENTIAL -> money(column, line.potentialCents());
            case WORTH -> money(column, Math.round(line.worthCents()));
            case DEALS -> new Cell(column, deals(line.extras().openDeals()), null);
            case CHANGE -> new Cell(column, line.extras().change().words(), null);
            case SCORE -> new Cell(column, Show.decimal(line.score()), null);
            case TIER -> new Cell(column, line.tier(), null);
            case TERRITORY -> new Cell(column, line.territory(), null);
        };
    }

    private static String deals(int deals) {
        return deals == 0 ? "-" : Show.count(deals);
    }

    private static Cell money(MoveColumn column, long cents) {
        return new Cell(column, Show.money(cents), Show.moneyFull(cents));
    }

    private static List<String> marks(ProposalLine line) {
        var marks = new ArrayList<String>();
        if (line.extras().edited()) {
            marks.add("Target set by hand.");
        }
        if (line.extras().dropped() != null) {
            marks.add(line.extras().dropped());
        }
        if (line.extras().contestedBy() != null && line.decision() == Decision.UNDECIDED) {
            marks.add("Contested: an approver decides before "
                    + Show.moment(line.extras().contestedBy()) + ", else it stays.");
        }
        Unwritten unwritten = line.extras().unwritten();
        if (unwritten != null) {
            marks.add("Not written, so it stays with " + Objects.requireNonNullElse(line.fromName(), "nobody") + ": "
                    + unwritten.words() + ".");
        }
        return marks;
    }
}
