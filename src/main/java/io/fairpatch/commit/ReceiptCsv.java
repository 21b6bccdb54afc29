package io.fairpatch.commit;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.SpreadsheetText;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/**
 * The receipts of a run as two files, as Data Loader users know them: every intent is in exactly one of success.csv
 * (committed) and error.csv (everything else). Thread-safe.
 */
@Singleton
public final class ReceiptCsv {
    private static final int FETCH_ROWS = 1_000;
    private static final List<String> COLUMNS = List.of("Id", "Name", "Kind", "State", "Code", "Message");

    private final Jdbi jdbi;

    public ReceiptCsv(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Writes the rows that were committed, with the values written. Does not close {@code target}. */
    public void writeSuccess(SalesforceId org, String run, Writer target) {
        write(org, run, true, target);
    }

    /** Writes the rows that were not committed, with the reason. Does not close {@code target}. */
    public void writeErrors(SalesforceId org, String run, Writer target) {
        write(org, run, false, target);
    }

    private void write(SalesforceId org, String run, boolean success, Writer target) {
        List<String> fields = fields(org, run);
        try {
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target);
            var header = new ArrayList<>(COLUMNS);
            header.addAll(fields);
            csv.writeRecord(header);
            jdbi.useTransaction(h -> h.createQuery(
                            """
                            SELECT * FROM write_intent
                            WHERE org_id = :org AND run_id = :run AND (state = 'CONFIRMED') = :success
                            ORDER BY ordinal, account_id
                            """)
                    .bind("org", org.value())
                    .bind("run", run)
                    .bind("success", success)
                    .setFetchSize(FETCH_ROWS)
                    .map((row, context) -> CommitQueries.receipt(row))
                    .forEach(receipt -> csv.writeRecord(columns(receipt, fields))));
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> fields(SalesforceId org, String run) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT DISTINCT field FROM write_intent, jsonb_object_keys(after) AS field
                        WHERE org_id = :org AND run_id = :run ORDER BY field
                        """)
                .bind("org", org.value())
                .bind("run", run)
                .mapTo(String.class)
                .list());
    }

    private static List<String> columns(Receipt receipt, List<String> fields) {
        var columns = new ArrayList<String>(COLUMNS.size() + fields.size());
        columns.add(receipt.account().value());
        columns.add(inert(receipt.accountName()));
        columns.add(receipt.kind().name());
        columns.add(receipt.state().name());
        columns.add(inert(Objects.requireNonNullElse(receipt.code(), "")));
        columns.add(inert(message(receipt)));
        for (String field : fields) {
            columns.add(inert(Objects.requireNonNullElse(receipt.after().get(field), "")));
        }
        return columns;
    }

    private static String message(Receipt receipt) {
        var text = new StringBuilder(Objects.requireNonNullElse(receipt.message(), ""));
        receipt.drift().forEach(change -> text.append("; ")
                .append(change.field())
                .append(" expected ")
                .append(Objects.requireNonNullElse(change.planned(), "(empty)"))
                .append(" is ")
                .append(Objects.requireNonNullElse(change.now(), "(empty)")));
        return text.toString();
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
    public static String inert(String text) {
        return SpreadsheetText.inert(text);
    }
}
