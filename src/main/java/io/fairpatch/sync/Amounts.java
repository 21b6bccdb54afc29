package io.fairpatch.sync;

import java.util.List;

/** Turns the amounts of a row into the org's currency and keeps what the record says. For one thread. */
final class Amounts {
    private final Rates rates;
    private final int currencyAt;
    private final int dayAt;
    private final StringBuilder original = new StringBuilder();
    private String currency = "";
    private String day = "";
    private boolean foreign;

    /** @param columns the table's columns, in which ours are looked up once */
    Amounts(Rates rates, List<String> columns) {
        this.rates = rates;
        this.currencyAt = columns.indexOf("currency");
        this.dayAt = Math.max(columns.indexOf("close_date"), columns.indexOf("start_date"));
    }

    /** Turns to a row, given the values in the order of the table's columns. */
    void at(String[] values) {
        if (currencyAt < 0) {
            return;
        }
        currency = values[currencyAt];
        foreign = rates.foreign(currency);
        if (foreign) {
            day = dayAt < 0 ? "" : Dates.day(values[dayAt]);
            original.setLength(0);
        }
    }

    String currency() {
        return currency;
    }

    boolean unknownRate() {
        return foreign && !rates.knows(currency);
    }

    /** The amount in whole cents of the org's currency. */
    long own(String field, long cents, String given) {
        if (!foreign) {
            return cents;
        }
        original.append(original.isEmpty() ? "{" : ",")
                .append('"')
                .append(field)
                .append("\":\"")
                .append(given)
                .append('"');
        return rates.converted(cents, currency, day);
    }

    /** JSON of field names and amounts as the record has them; empty when nothing was converted. */
    String original() {
        return foreign && !original.isEmpty() ? original + "}" : "";
    }
}
