package io.fairpatch.sandbox.http;

import java.util.regex.Pattern;

/** The API versions that the org speaks. Thread-safe. */
public final class Versions {
    /** Newest version. */
    public static final int NEWEST = 68;

    private static final int OLDEST = 31;
    private static final Pattern VERSION = Pattern.compile("v(\\d{2})\\.0");

    private volatile Span span = new Span(OLDEST, NEWEST);

    /** From oldest to newest. */
    public record Span(int oldest, int newest) {}

    public Span span() {
        return span;
    }

    /** Retires all versions before the oldest, and knows none after the newest; returns what undoes it. */
    public Runnable set(int oldest, int newest) {
        var before = span;
        span = new Span(oldest, newest);
        return () -> span = before;
    }

    /** Whether a number such as 67.0, as it stands in addresses of SOAP and Bulk API 1.0, is of a version it speaks. */
    public boolean knows(String number) {
        var now = span;
        var match = VERSION.matcher("v" + (number.contains(".") ? number : number + ".0"));
        return match.matches()
                && Integer.parseInt(match.group(1)) >= now.oldest()
                && Integer.parseInt(match.group(1)) <= now.newest();
    }

    /** The newest version, as it stands in addresses of REST. */
    String newest() {
        return "v" + span.newest() + ".0";
    }

    void check(String version) {
        var now = span;
        var match = VERSION.matcher(version);
        if (!match.matches() || Integer.parseInt(match.group(1)) > now.newest()) {
            throw ApiException.notFound();
        }
        if (Integer.parseInt(match.group(1)) < now.oldest()) {
            throw new ApiException(410, "GONE", "The API version " + version + " has been retired.");
        }
    }
}
