package io.fairpatch.geo;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
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

    private static final Pattern FILLERS = Pattern.compile("\\b(and|the)\\b");
    /** Languages in which orgs name countries. */
    private static final List<String> LANGUAGES = List.of(
            "ar", "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "he", "hr", "hu", "id", "it", "ja", "ko", "lt",
            "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh", "zh-TW");

    private final Map<String, String> countries = new HashMap<>();
    private final Map<String, String> states = new HashMap<>();

    /**
     * Names by two-letter code, and codes by other names.
     *
     * @param stateNames name by two-letter code
     * @param countryNames two-letter code by a name that Java doesn't know
     */
    PlaceNames(Map<String, String> stateNames, Map<String, String> countryNames) {
        for (String code : Locale.getISOCountries()) {
            var locale = new Locale("", code);
            countries.put(countryKey(code), code);
            countries.put(countryKey(locale.getISO3Country()), code);
            countries.put(countryKey(locale.getDisplayCountry(Locale.ENGLISH)), code);
        }
        countries.put("united states of america", US);
        countries.put("u s", US);
        countries.put("u s a", US);
        countries.put("uk", "GB");
        countryNames.forEach((name, code) -> countries.put(countryKey(name), code));
        stateNames.forEach((code, name) -> {
            states.put(plain(code), code);
            states.put(plain(name), code);
        });
    }

    /** The two-letter code; the US for a blank, the text itself for one that is no country. */
    String country(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return US;
        }
        var key = countryKey(text);
        var code = countries.get(key);
        return code == null ? Abroad.COUNTRIES.getOrDefault(key, text) : code;
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

    private static String countryKey(String text) {
        String bare = FILLERS.matcher(plain(text)).replaceAll(" ").strip().replaceAll(" +", " ");
        return SAINT.matcher(bare).replaceFirst("saint ");
    }

    private static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return NO_LETTER.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Countries as they are called elsewhere; looked up for the first name that is not English. */
    private static final class Abroad {
        static final Map<String, String> COUNTRIES = new HashMap<>();

        static {
            for (String language : LANGUAGES) {
                var locale = Locale.forLanguageTag(language);
                for (String code : Locale.getISOCountries()) {
                    COUNTRIES.putIfAbsent(countryKey(new Locale("", code).getDisplayCountry(locale)), code);
                }
            }
        }
    }
}
