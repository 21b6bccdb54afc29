package io.fairpatch.web.proposal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Decision;
import io.fairpatch.review.RoundTrip;
import io.fairpatch.web.page.QueryValues;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads lines that were copied out of a spreadsheet, with their heads: separated by tabs as copied, or by commas. */
final class SheetRows {
    private static final String ID = "[A-Za-z0-9]{15}|[A-Za-z0-9]{18}";

    private SheetRows() {}

    static List<RoundTrip.Row> parse(String text) {
        char separator = text.lines().findFirst().orElse("").indexOf('\t') >= 0 ? '\t' : ',';
        var rows = new ArrayList<RoundTrip.Row>();
        for (NamedCsvRecord line : CsvReader.builder().fieldSeparator(separator).ofNamedCsvRecord(text)) {
            rows.add(row(rows.size() + 1, line));
        }
        return rows;
    }

    private static RoundTrip.Row row(int number, NamedCsvRecord line) {
        String account = cell(line, "Account Id");
        if (account == null || !account.matches(ID)) {
            throw Problem.of(ErrorCode.IMPORT_FILE, "Line " + number + " has no account id")
                    .at("line " + number + ", column Account Id")
                    .maybe("copy the rows with their heads, as they were exported")
                    .exception();
        }
        String to = cell(line, "To Id");
        String decision = cell(line, "Decision");
        return new RoundTrip.Row(
                number,
                SalesforceId.of(account),
                to == null || !to.matches(ID) ? null : SalesforceId.of(to),
                decision == null ? null : QueryValues.choice("Decision", decision, Decision.values()),
                cell(line, "Reason"));
    }

    private static @Nullable String cell(NamedCsvRecord line, String name) {
        return line.findField(name)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }
}
