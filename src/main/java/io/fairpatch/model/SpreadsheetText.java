package io.fairpatch.model;

/** Text on its way into a spreadsheet. */
public final class SpreadsheetText {
    private SpreadsheetText() {}

    /** Text that a spreadsheet would take for a formula gets an apostrophe in front, so that it is shown and not run. */
    public static String inert(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
