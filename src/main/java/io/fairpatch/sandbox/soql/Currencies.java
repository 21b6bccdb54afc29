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
    /** Letters of a currency's code. */
    private static final int CODE = 3;

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

    /** An amount that says its currency, such as EUR500; empty when the org has no such currency. */
    static Optional<Double> own(Org org, String money) {
        if (org.schema().object(STANDING).isEmpty()) {
            return Optional.empty();
        }
        double amount = Double.parseDouble(money.substring(CODE));
        return rates(org, STANDING, money.substring(0, CODE))
                .findFirst()
                .map(rate -> amount / number(org, rate, "ConversionRate"));
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
