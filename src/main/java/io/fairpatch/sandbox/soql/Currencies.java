package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Row;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Amounts in the org's own currency, which is its users' too. */
final class Currencies {
    private static final String STANDING = "CurrencyType";
    private static final String DATED = "DatedConversionRate";

    private Currencies() {}

    /** An amount of this record by its rate: that of the day on which a deal closes, else the standing one. */
    static double own(Org org, Row row, double amount) {
        var type = org.schema().ofId(row.id()).orElseThrow();
        var code = type.field("CurrencyIsoCode").map(row::text).orElse("");
        var day = type.field("CloseDate").map(row::get);
        return day.flatMap(date -> dated(org, code, (Integer) date))
                .or(() -> rates(org, STANDING, code).findFirst())
                .map(rate -> amount / number(org, rate, "ConversionRate"))
                .orElse(amount);
    }

    private static Optional<Row> dated(Org org, String code, int day) {
        return rates(org, DATED, code)
                .filter(rate -> number(org, rate, "StartDate") <= day)
                .max(Comparator.comparingDouble(rate -> number(org, rate, "StartDate")));
    }

    private static Stream<Row> rates(Org org, String object, String code) {
        if (code.isEmpty()) {
            return Stream.empty();
        }
        var table = org.table(object);
        var currency = table.type().require("IsoCode");
        return table.rows().stream()
                .filter(rate -> !table.isDeleted(rate) && rate.text(currency).equals(code));
    }

    private static double number(Org org, Row rate, String field) {
        @Nullable
        Object value = rate.get(org.schema().ofId(rate.id()).orElseThrow().require(field));
        return value instanceof Number number ? number.doubleValue() : 1;
    }
}
