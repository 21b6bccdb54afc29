package io.fairpatch.sandbox.data.csv;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What the standard columns that matter to planning must hold; the others are text here. */
enum CellType {
    TEXT("text", "any text"),
    DATE("a date, year first", "2026-03-31"),
    DATE_TIME("a date or a time, year first", "2026-03-31T09:30:00Z"),
    NUMBER("a number without separators or currency", "1250000.50"),
    WHOLE_NUMBER("a whole number without separators", "1250"),
    BOOLEAN("true or false", "true");

    private static final Pattern SIMPLE_NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d{1,3})?");
    private static final Pattern TIME = Pattern.compile("[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?");
    private static final int DATE_LENGTH = 10;

    private static final Map<CellType, Set<String>> COLUMNS = Map.of(
            DATE, Set.of("CloseDate", "ActivityDate", "LastActivityDate"),
            DATE_TIME,
                    Set.of(
                            "CreatedDate",
                            "LastModifiedDate",
                            "SystemModstamp",
                            "LastLoginDate",
                            "LastStageChangeDate",
                            "ActivityDateTime",
                            "StartDateTime",
                            "EndDateTime"),
            NUMBER,
                    Set.of(
                            "Amount",
                            "Probability",
                            "ExpectedRevenue",
                            "AnnualRevenue",
                            "DefaultProbability",
                            "BillingLatitude",
                            "BillingLongitude",
                            "ShippingLatitude",
                            "ShippingLongitude",
                            "Latitude",
                            "Longitude"),
            WHOLE_NUMBER, Set.of("NumberOfEmployees", "SortOrder", "DurationInMinutes", "FiscalYear", "FiscalQuarter"),
            BOOLEAN, Set.of("IsActive", "IsClosed", "IsWon", "IsDeleted", "IsPrivate", "IsArchived", "IsAllDayEvent"));

    private final String wanted;
    private final String example;

    CellType(String wanted, String example) {
        this.wanted = wanted;
        this.example = example;
    }

    static CellType of(String column) {
        for (var type : COLUMNS.entrySet()) {
            if (type.getValue().contains(column)) {
                return type.getKey();
            }
        }
        return TEXT;
    }

    String wanted() {
        return wanted;
    }

    String example() {
        return example;
    }

    /** Whether a cell that is not empty is of this type. */
    boolean accepts(String cell) {
        return switch (this) {
            case TEXT -> true;
            case DATE, DATE_TIME -> isDate(cell.strip());
            case NUMBER -> SIMPLE_NUMBER.matcher(cell.strip()).matches();
            case WHOLE_NUMBER -> isWhole(cell.strip());
            case BOOLEAN ->
                Set.of("true", "false", "1", "0").contains(cell.strip().toLowerCase(Locale.ROOT));
        };
    }

    private static boolean isWhole(String cell) {
        return SIMPLE_NUMBER.matcher(cell).matches()
                && new BigDecimal(cell).stripTrailingZeros().scale() <= 0
                && new BigDecimal(cell).abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }

    private static boolean isDate(String cell) {
        if (cell.length() < DATE_LENGTH) {
            return false;
        }
        String rest = cell.substring(DATE_LENGTH);
        try {
            LocalDate.parse(cell.substring(0, DATE_LENGTH));
            return rest.isEmpty() || TIME.matcher(rest).matches();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
