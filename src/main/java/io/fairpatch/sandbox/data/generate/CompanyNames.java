package io.fairpatch.sandbox.data.generate;

import java.util.List;
import java.util.Locale;

/** Makes up company names: coined words, owners' names and places, with an industry's word behind. */
final class CompanyNames {
    private static final List<String> START = words("Al Ar Ba Bel Bri Ca Cor Da Del Do El Fa Fen Ga Gran Ha Hel In Jo"
            + " Ka Kel La Lor Ma Mel Mor Na Nor O Or Pa Pel Qua Ra Ros Sa Sel Sol Ta Tel Tri U Va Vel Wes Xa Ya Zen");
    private static final List<String> MIDDLE =
            words("ba ci da do fa ga ki la le li lo ma me mi na ne no pa ra re ri ro sa se ta te ti va ve vi");
    private static final List<String> END = words(
            "bra cor da dex dia fin go la lia lis lon mar min na nix non on pax ra ren ria ris ron sta tara tec ter"
                    + " tis tor tra va vance via vix wick");
    private static final List<String> LEGAL = words("Inc. LLC Corp. Group Co. Holdings Partners Ltd.");
    private static final List<String> WILD = words("Blue|Cedar|Summit|Harbor|Iron|Golden|Prairie|Granite|Silver|Redwood"
            + "|Lakeside|Evergreen|Copper|Northern|Pioneer|Liberty|Maple|Canyon|Sterling|Beacon");
    private static final List<String> NOUN =
            words("Ridge|River|Point|Bridge|Valley|Field|Creek|Gate|Hill|Stone|Bay|Peak" + "|Grove|Spring|Crest|Trail");
    private static final List<String> NON_ASCII =
            words("Société Générative|Müller & Söhne|Ñandú|Øresund|Żubr|Café Orléans"
                    + "|Großmann|Crème Brûlée|São Bento|Ångström|Łódź Baltic|Čapek|Nuñez Hermanos|İzmir|Žižka"
                    + "|北星科技|東海商事|한빛전자|Северный Мост|Ελληνικός Ήλιος");

    private CompanyNames() {}

    static String plain(Dice dice, Industry industry, String city) {
        String word = industry.word(dice);
        String stem =
                switch (dice.between(0, 9)) {
                    case 0, 1, 2, 3 -> coined(dice) + ' ' + word;
                    case 4 ->
                        coined(dice)
                                + dice.pick(List.of("", " "))
                                + dice.pick(NOUN).toLowerCase(Locale.ROOT);
                    case 5, 6 -> dice.pick(WILD) + ' ' + dice.pick(NOUN) + ' ' + word;
                    case 7 -> PersonName.lastName(dice) + ' ' + PersonName.lastName(dice) + ' ' + word;
                    case 8 -> city + ' ' + coined(dice) + ' ' + word;
                    default -> PersonName.lastName(dice) + ' ' + dice.pick(NOUN) + ' ' + word;
                };
        return industry == Industry.GOVERNMENT ? stem : stem + legal(dice);
    }

    static String nonAscii(Dice dice, Industry industry) {
        return dice.pick(NON_ASCII) + ' ' + coined(dice) + ' ' + industry.word(dice);
    }

    static String punctuated(Dice dice, Industry industry) {
        return dice.chance(0.5)
                ? PersonName.lastName(dice) + ", " + coined(dice) + " & Sons, " + dice.pick(LEGAL)
                : "The \"" + dice.pick(WILD) + ' ' + dice.pick(NOUN) + "\" " + coined(dice) + ' ' + industry.word(dice);
    }

    /** A member of a family: the head's name and what sets the member apart. */
    static String member(String head, String city, int number) {
        List<String> parts = List.of("Services", "International", "Ventures", "West", "Care", "Digital");
        return bare(head) + ' ' + parts.get(number % parts.size()) + " - " + city;
    }

    /** The same name as somebody else would type it. */
    static String misspelt(Dice dice, String name) {
        return switch (dice.between(0, 3)) {
            case 0 -> bare(name) + (name.endsWith("Inc.") ? ", Incorporated" : ", Inc");
            case 1 -> name.toUpperCase(Locale.ROOT);
            case 2 -> doubled(name, 2 + dice.between(0, Math.max(0, bare(name).length() - 4)));
            default -> "The " + name.replace(" & ", " and ");
        };
    }

    private static String doubled(String name, int at) {
        int letter = Math.min(at, name.length() - 1);
        return name.substring(0, letter) + name.charAt(letter) + name.substring(letter);
    }

    private static String bare(String name) {
        for (String form : LEGAL) {
            if (name.endsWith(' ' + form)) {
                return name.substring(0, name.length() - form.length() - 1);
            }
        }
        return name;
    }

    private static String coined(Dice dice) {
        return dice.pick(START) + dice.pick(MIDDLE) + (dice.chance(0.3) ? dice.pick(MIDDLE) : "") + dice.pick(END);
    }

    private static String legal(Dice dice) {
        return dice.chance(0.55) ? ' ' + dice.pick(LEGAL) : "";
    }

    private static List<String> words(String text) {
        return List.of(text.split(text.contains("|") ? "\\|" : " "));
    }
}
