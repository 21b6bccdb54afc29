package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.http.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Where a page of results begins, in a form that clients do not understand. Good as long as the job lives. */
final class Locator {
    private static final Pattern SHAPE = Pattern.compile("0:(\\w{18}):(\\d{1,9})");

    private Locator() {}

    static String of(BulkJob job, int start) {
        var text = "0:" + job.head().id() + ":" + start;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    static int start(String locator, QueryJob job) {
        var match = SHAPE.matcher(decode(locator));
        if (!match.matches() || !match.group(1).equals(job.head().id())) {
            throw invalid(locator);
        }
        int start = Integer.parseInt(match.group(2));
        if (start > job.size()) {
            throw invalid(locator);
        }
        return start;
    }

    private static String decode(String locator) {
        try {
            return new String(Base64.getUrlDecoder().decode(locator), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException e) {
            throw invalid(locator);
        }
    }

    private static ApiException invalid(String locator) {
        return new ApiException(400, "INVALID_QUERY_LOCATOR", "invalid locator: " + locator);
    }
}
