package io.fairpatch.sandbox.data.csv;

import io.fairpatch.sandbox.data.CustomField;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out what a column holds by looking at all of it. */
final class TypeGuess {
    private static final int TEXT_LENGTH = 255;
    private static final int LONG_TEXT_LENGTH = 131_072;
    /** No leading zero, so that postal codes and phone numbers stay text. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,6})?");

    private boolean any;
    private boolean allBoolean = true;
    private boolean allDates = true;
    private boolean allNumbers = true;
    private boolean longText;

    void see(String cell) {
        if (cell.isEmpty()) {
            return;
        }
        any = true;
        allBoolean = allBoolean
                && Set.of("true", "false", "TRUE", "FALSE", "True", "False").contains(cell);
        allDates = allDates && isDate(cell);
        allNumbers = allNumbers && NUMBER.matcher(cell).matches();
        longText = longText || cell.length() > TEXT_LENGTH || cell.indexOf('\n') >= 0;
    }

    CustomField field(String object, String name, String label) {
        String type = type();
        int length =
                switch (type) {
                    case "string" -> TEXT_LENGTH;
                    case "textarea" -> LONG_TEXT_LENGTH;
                    default -> 0;
                };
        return new CustomField(object, name, label, type, length, null);
    }

    private String type() {
        if (!any) {
            return "string";
        }
        if (allBoolean) {
            return "boolean";
        }
        if (allDates) {
            return "date";
        }
        if (allNumbers) {
            return "double";
        }
        return longText ? "textarea" : "string";
    }

    private static boolean isDate(String cell) {
        try {
            LocalDate.parse(cell);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
