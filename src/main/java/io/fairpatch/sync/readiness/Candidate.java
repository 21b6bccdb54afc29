package io.fairpatch.sync.readiness;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account as far as it matters for finding it twice.
 *
 * @param name without case, accents, punctuation and legal form
 * @param domain the website's host, empty when unknown
 * @param place postal code, else city, in the same plain form; empty when unknown
 * @param worth how much is known of it and hangs on it; the one worth most survives
 */
record Candidate(String id, String shown, String name, String domain, String place, int worth) {
    private static final Pattern LEGAL = Pattern.compile(
            "\\b(inc|incorporated|corp|corporation|co|company|llc|llp|lp|ltd|limited|plc|gmbh|ag|sa|sas|sarl|bv|nv|srl|spa|oy|ab|as|pty|group|holdings?|the)\\b");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    static Candidate of(
            String id,
            String name,
            @Nullable String website,
            @Nullable String postalCode,
            @Nullable String city,
            int worth) {
        var where = postalCode == null || postalCode.isBlank() ? city : postalCode;
        return new Candidate(id, name, plainName(name), domain(website), where == null ? "" : plain(where), worth);
    }

    private static String plainName(String name) {
        var plain = plain(name);
        var bare = LEGAL.matcher(plain).replaceAll(" ").strip().replaceAll(" +", " ");
        return bare.isEmpty() ? plain : bare;
    }

    private static String plain(String text) {
        var letters =
                ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTER
                .matcher(letters.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    private static String domain(@Nullable String website) {
        if (website == null) {
            return "";
        }
        var host = website.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("[/:?#].*$", "");
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
