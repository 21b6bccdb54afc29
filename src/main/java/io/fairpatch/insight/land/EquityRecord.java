package io.fairpatch.insight.land;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How one territory stood on a day. Money in cents a year.
 *
 * @param scoreRun the scoring it stood after
 * @param key names the territory in addresses
 * @param rep in words, "vacant" without one
 * @param capacity full reps behind it, by ramp stage; 0 when vacant
 * @param wonCents won by its accounts in the three months up to the day
 */
public record EquityRecord(
        long scoreRun,
        LocalDate day,
        String key,
        String territory,
        String rep,
        long accounts,
        long potentialCents,
        double capacity,
        long tierOne,
        @Nullable Long quotaCents,
        long wonCents) {}
