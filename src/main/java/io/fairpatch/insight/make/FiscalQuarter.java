package io.fairpatch.insight.make;

import java.time.LocalDate;

/**
 * A quarter of the fiscal year that begins in the month that calendar.yml says.
 *
 * @param first its first day
 */
record FiscalQuarter(LocalDate first, int startMonth) implements Comparable<FiscalQuarter> {
    private static final int MONTHS = 3;

    static FiscalQuarter of(LocalDate day, int startMonth) {
        int into = Math.floorMod(day.getMonthValue() - startMonth, 12);
        return new FiscalQuarter(day.withDayOfMonth(1).minusMonths(into % MONTHS), startMonth);
    }

    FiscalQuarter back(int quarters) {
        return new FiscalQuarter(first.minusMonths((long) MONTHS * quarters), startMonth);
    }

    LocalDate last() {
        return first.plusMonths(MONTHS).minusDays(1);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last());
    }

    /** Q2 2026; the year is the one that the fiscal year ends in. */
    String words() {
        return "Q" + number() + " " + yearEnd().getYear();
    }

    /** 1 to 4 within the fiscal year. */
    int number() {
        return 1 + Math.floorMod(first.getMonthValue() - startMonth, 12) / MONTHS;
    }

    /** The last day of the fiscal year. */
    LocalDate yearEnd() {
        return back(number() - 4).last();
    }

    @Override
    public int compareTo(FiscalQuarter other) {
        return first.compareTo(other.first);
    }
}
