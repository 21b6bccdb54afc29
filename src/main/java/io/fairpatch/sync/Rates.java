package io.fairpatch.sync;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What a unit of the org's own currency is in others, as stored in the org: CurrencyType, and DatedConversionRate for
 * amounts with a date where the org has it. Without any, all amounts are in the org's currency.
 *
 * @param own ISO code of the org's currency, empty when it has only one
 * @param dated by ISO code: from which day on which rate holds
 */
record Rates(String own, Map<String, BigDecimal> standing, Map<String, NavigableMap<LocalDate, BigDecimal>> dated) {
    static final Rates NONE = new Rates("", Map.of(), Map.of());

    Rates {
        // in order, so that the same rates always read the same
        standing = new TreeMap<>(standing);
        dated = new TreeMap<>(dated);
    }

    /** Whether an amount in {@code currency} must be converted. */
    boolean foreign(String currency) {
        return !own.isEmpty() && !currency.isEmpty() && !currency.equals(own);
    }

    /** Whether the rate is known. */
    boolean knows(String currency) {
        return standing.containsKey(currency);
    }

    /** Whole cents of the org's currency. Salesforce: amount / rate. @param day empty for the standing rate */
    long converted(long cents, String currency, String day) {
        return new BigDecimal(cents)
                .divide(rate(currency, day), MathContext.DECIMAL64)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private BigDecimal rate(String currency, String day) {
        var byDay = dated.get(currency);
        if (byDay == null || day.isEmpty()) {
            return standing.getOrDefault(currency, BigDecimal.ONE);
        }
        try {
            var entry = byDay.floorEntry(LocalDate.parse(day));
            return entry == null ? standing.getOrDefault(currency, BigDecimal.ONE) : entry.getValue();
        } catch (DateTimeParseException e) {
            return standing.getOrDefault(currency, BigDecimal.ONE);
        }
    }
}
