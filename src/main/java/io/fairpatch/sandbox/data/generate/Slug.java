package io.fairpatch.sandbox.data.generate;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it goes into addresses: plain small letters and digits. */
final class Slug {
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

    private Slug() {}

    /** May be empty, for a name without a Latin letter. */
    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace('ø', 'o');
        return NO_LETTER.matcher(plain).replaceAll("");
    }
}
