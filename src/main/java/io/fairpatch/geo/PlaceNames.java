package io.fairpatch.geo;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One spelling for the many in which people type countries, states and cities. */
final class PlaceNames {
    static final String US = "US";

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SAINT = Pattern.compile("^(st|ste) ");
    private static final Pattern FORT = Pattern.compile("^ft ");

    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();

    /** @param stateNames name by two-letter code */
    PlaceNames(Map<String, String> stateNames) {
        for (String code : Locale.getISOCountries()) {
            var locale = new Locale("", code);
            countries.put(plain(code), code);
            countries.put(plain(locale.getISO3Country()), code);
            countries.put(plain(locale.getDisplayCountry(Locale.ENGLISH)), code);
        }
        countries.put("united states of america", US);
        countries.put("u s", US);
        countries.put("u s a", US);
        countries.put("uk", "GB");
        stateNames.forEach((code, name) -> {
            states.put(plain(code), code);
            states.put(plain(name), code);
        });
    }

    /** The two-letter code; the US for a blank, the text itself for one that is no country. */
    String country(@Nullable String text) {
        return text == null || text.isBlank() ? US : countries.getOrDefault(plain(text), text);
    }

    /** The two-letter code of a US state, the text itself for any other; empty for a blank. */
    String state(@Nullable String text) {
        return text == null || text.isBlank() ? "" : states.getOrDefault(plain(text), text);
    }

    boolean isUsState(String text) {
        return states.containsKey(plain(text));
    }

    /** A city's name without accents, capitals and punctuation, saints and forts written out. */
    static String city(String text) {
        String name = SAINT.matcher(plain(text)).replaceFirst("saint ");
        return FORT.matcher(name).replaceFirst("fort ");
    }

    private static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTER.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
