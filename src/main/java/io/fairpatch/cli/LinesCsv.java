package io.fairpatch.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.fairpatch.commit.ReceiptCsv;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.LineSort;
import io.fairpatch.review.PageRequest;
import io.fairpatch.review.ProposalLine;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.Unwritten;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A proposal's lines as CSV, those worth most first. Text that a spreadsheet would run is made inert. */
final class LinesCsv {
    private static final int ROWS = 500;
    private static final List<String> COLUMNS = List.of(
            "Account Id",
            "Account Name",
            "Kind",
            "From Id",
            "From",
            "To Id",
            "To",
            "Territory",
            "Reason",
            "Main Rule",
            "Worth",
            "Potential",
            "Score",
            "Tier",
            "Decision",
            "Decided By",
            "Decline Reason",
            "Not Written");

    private final Desk desk;

    LinesCsv(Desk desk) {
        this.desk = desk;
    }

    /** Money is in units of the org's currency. Does not close {@code target}. */
    void write(ProposalSummary proposal, Writer target) {
        var queries = desk.bean(ProposalQueries.class);
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target);
        csv.writeRecord(COLUMNS);
        var next = new PageRequest(0, ROWS);
        while (next != null) {
            var page = queries.lines(proposal.org(), proposal.id(), LineFilter.ALL, LineSort.WORTH_FIRST, next);
            page.lines().forEach(line -> csv.writeRecord(cells(line)));
            next = page.cursor() == null ? null : PageRequest.after(page.cursor(), ROWS);
        }
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(ProposalLine line) {
        return List.of(
                line.account().value(),
                text(line.accountName()),
                line.kind().name(),
                id(line.from()),
                text(line.fromName()),
                line.to().value(),
                text(line.toName()),
                text(line.territory()),
                text(line.headline()),
                text(line.mainRule()),
                units(BigDecimal.valueOf(Math.round(line.worthCents()))),
                units(BigDecimal.valueOf(line.potentialCents())),
                BigDecimal.valueOf(line.score()).toPlainString(),
                text(line.tier()),
                line.decision().name(),
                text(line.decidedBy()),
                text(line.declineReason()),
                unwritten(line.extras().unwritten()));
    }

    private static String unwritten(@Nullable Unwritten why) {
        return why == null ? "" : why.words();
    }

    private static String text(@Nullable String text) {
        return ReceiptCsv.inert(Objects.requireNonNullElse(text, ""));
    }

    private static String id(@Nullable SalesforceId id) {
        return id == null ? "" : id.value();
    }

    private static String units(BigDecimal cents) {
        return cents.movePointLeft(2).toPlainString();
    }
}
