package io.fairpatch.sandbox.bulk;

/** Where quotes may stand in uploaded CSV; a real org is as strict, so that a file cut short is never half written. */
final class Quotes {
    private Quotes() {}

    static void check(String csv, char delimiter) throws BatchException {
        boolean valueBegins = true;
        for (int i = 0; i < csv.length(); i++) {
            if (csv.charAt(i) != '"') {
                valueBegins = ends(csv, i, delimiter);
                continue;
            }
            if (!valueBegins) {
                throw fault("Found unescaped quote. A value with quote should be within a quote");
            }
            i = closing(csv, i + 1);
            if (i < 0) {
                throw fault("EOF reached before closing an opened quote");
            }
            if (i + 1 < csv.length() && !ends(csv, i + 1, delimiter)) {
                throw fault("Not expecting more text after end quote");
            }
            valueBegins = false;
        }
    }

    /** The place of the quote that ends a value; a quote doubled stands for itself. */
    private static int closing(String csv, int from) {
        int at = csv.indexOf('"', from);
        while (at >= 0 && at + 1 < csv.length() && csv.charAt(at + 1) == '"') {
            at = csv.indexOf('"', at + 2);
        }
        return at;
    }

    private static boolean ends(String csv, int at, char delimiter) {
        char c = csv.charAt(at);
        return c == delimiter || c == '\n' || c == '\r';
    }

    private static BatchException fault(String what) {
        return BatchException.unreadable("Failed to parse CSV. " + what);
    }
}
