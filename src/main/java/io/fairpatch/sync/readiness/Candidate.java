package io.fairpatch.sync.readiness;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
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
            "\\b(inc|incorporated|corp|corporation|co|company|llc|llp|lp|ltd|limited|plc|pvt|private|pty|pte|bhd|sdn|kk|gk"
                    + "|gmbh|mbh|ag|kg|kgaa|ohg|ug|ek|se|sa|sas|sarl|eurl|bv|nv|srl|spa|sro|doo|zoo|kft|zrt|oy|oyj|ab|as|asa|aps"
                    + "|ltda|ooo|oao|group|holdings?|the)\\b");
    /** Written without a space before or after the name. */
    private static final Pattern LEGAL_IN_THE_EAST =
            Pattern.compile("株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사|\\((株|有|주)\\)");

    /** S.A., B.V., L.L.C. and A/S are one word each. */
    private static final Pattern INITIALS =
            Pattern.compile("(?<=(^|[^\\p{L}])\\p{L}{1,2})[./](?=\\p{L}{1,2}([^\\p{L}]|$))");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern NO_DIGIT = Pattern.compile("[^\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");
    /** Müller, Mueller and Muller are one. */
    private static final Pattern UMLAUT = Pattern.compile("([aou])e");
    /** Their sites have pages of many companies. */
    private static final Set<String> SHARED =
            Set.of("facebook.com", "instagram.com", "linkedin.com", "google.com", "sites.google.com", "yelp.com");

    static Candidate of(
            String id,
            String name,
            @Nullable String website,
            @Nullable String postalCode,
            @Nullable String city,
            int worth) {
        var where = postalCode == null || postalCode.isBlank() ? city : postalCode;
        return new Candidate(id, name, plainName(name), domain(website), where == null ? "" : place(where), worth);
    }

    /** What tells a chain's branches apart. */
    String numbers() {
        return NO_DIGIT.matcher(name).replaceAll(" ").strip();
    }

    private static String plainName(String name) {
        var whole = LEGAL_IN_THE_EAST
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll(" ");
        var plain =
                UMLAUT.matcher(plain(INITIALS.matcher(whole).replaceAll(""))).replaceAll("$1");
        var bare = LEGAL.matcher(plain).replaceAll(" ").strip().replaceAll(" +", " ");
        return bare.isEmpty() ? plain : bare;
    }

    /** A postal code without the spaces, the zeros in front and the four digits behind that some write and others don't. */
    private static String place(String where) {
        return plain(where)
                .replaceFirst("^(\\d{5}) \\d{4}$", "$1")
                .replace(" ", "")
                .replaceFirst("^0+(?=.)", "");
    }

    private static String plain(String text) {
        var letters = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace("æ", "ae");
        return NO_LETTER.matcher(letters).replaceAll(" ").strip();
    }

    private static String domain(@Nullable String website) {
        if (website == null) {
            return "";
        }
        var host = website.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("[/:?#].*$", "");
        var bare = host.startsWith("www.") ? host.substring(4) : host;
        return SHARED.contains(bare) ? "" : bare;
    }
}
