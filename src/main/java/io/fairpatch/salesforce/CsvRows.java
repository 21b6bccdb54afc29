package io.fairpatch.salesforce;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV answer, parsed as they arrive. Strict: a row with too few values or an open quote are failures of
 * the answer, since a cut looks like that. Bytes that aren't UTF-8 are one row's fault.
 */
final class CsvRows {
    private final Reply reply;
    private final CloseableIterator<String[]> rows;

    CsvRows(Reply reply) {
        this.reply = reply;
        this.rows = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.STRICT)
                .extraFieldStrategy(FieldMismatchStrategy.STRICT)
                .allowUnclosedQuote(false)
                .build(StringArrayHandler.of(), new InputStreamReader(reply.body(), Letters.decoder()))
                .iterator();
    }

    /** The next row, the header first; null at the end. */
    String @Nullable [] next() {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (UncheckedIOException | CsvParseException e) {
            throw e.getCause() instanceof IOException cause
                    ? FailureTable.of(cause, reply.request(), reply.where()).exception(e)
                    : FailureTable.unreadable(reply, FailureTable.reason(e)).exception(e);
        }
    }
}
