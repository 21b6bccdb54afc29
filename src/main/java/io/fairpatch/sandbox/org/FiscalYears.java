package io.fairpatch.sandbox.org;

import java.time.LocalDate;

/**
 * How the org divides time into fiscal years.
 *
 * @param firstMonth in which they begin, 1 to 12
 * @param namedByStart whether a year is called after the calendar year in which it begins, not that in which it ends
 */
public record FiscalYears(int firstMonth, boolean namedByStart) {
    static FiscalYears of(Org org) {
        var table = org.table("Organization");
        var row = table.rows().get(0);
        int month = row.get(table.type().require("FiscalYearStartMonth")) instanceof Integer first ? first : 1;
        return new FiscalYears(
                month, Boolean.TRUE.equals(row.get(table.type().require("UsesStartDateAsFiscalYearName"))));
    }

    /** The day in a calendar year that is to January what the day is to the first month. */
    public LocalDate shifted(LocalDate day) {
        return day.minusMonths(firstMonth - 1L);
    }

    /** The first day of a month that was {@link #shifted}. */
    public LocalDate back(LocalDate monthStart) {
        return monthStart.plusMonths(firstMonth - 1L);
    }

    /** What the fiscal year of the day is called. */
    public int year(LocalDate day) {
        int begins = shifted(day).getYear();
        return namedByStart || firstMonth == 1 ? begins : begins + 1;
    }

    public int quarter(LocalDate day) {
        return (month(day) + 2) / 3;
    }

    /** Of the fiscal year, from 1. */
    public int month(LocalDate day) {
        return shifted(day).getMonthValue();
    }
}
