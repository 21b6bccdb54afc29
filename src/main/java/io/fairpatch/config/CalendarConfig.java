package io.fairpatch.config;

import java.util.List;

/**
 * {@code calendar.yml}: when territories are looked at.
 *
 * @param fiscalYearStartMonth 1 to 12
 * @param timeZone IANA name; dates we write are days in this zone
 */
public record CalendarConfig(int fiscalYearStartMonth, String timeZone, List<Review> reviews) {
    public CalendarConfig {
        reviews = List.copyOf(reviews);
        Checks.between("fiscalYearStartMonth", fiscalYearStartMonth, 1, 12);
    }

    /** A review in a fiscal quarter, 1 to 4. */
    public record Review(int quarter, String purpose) {
        public Review {
            Checks.between("reviews.quarter", quarter, 1, 4);
        }
    }
}
