package io.fairpatch.score;

import io.fairpatch.model.Account;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The region an account counts to: the census region of its state in the United States, else its country. States are
 * understood by postal code and by name.
 */
final class Region {
    static final String UNKNOWN = "Unknown region";
    private static final Map<String, String> BY_STATE = new HashMap<>();

    static {
        census(
                "Northeast",
                "CT ME MA NH RI VT NJ NY PA",
                "connecticut,maine,massachusetts,new hampshire,rhode island,vermont,new jersey,new york,pennsylvania");
        census(
                "Midwest",
                "IL IN MI OH WI IA KS MN MO NE ND SD",
                "illinois,indiana,michigan,ohio,wisconsin,iowa,kansas,minnesota,missouri,nebraska,north dakota,south dakota");
        census(
                "South",
                "DE FL GA MD NC SC VA DC WV AL KY MS TN AR LA OK TX PR VI",
                "delaware,florida,georgia,maryland,north carolina,south carolina,virginia,district of columbia,"
                        + "west virginia,alabama,kentucky,mississippi,tennessee,arkansas,louisiana,oklahoma,texas,"
                        + "puerto rico,virgin islands");
        census(
                "West",
                "AZ CO ID MT NV NM UT WY AK CA HI OR WA GU AS MP",
                "arizona,colorado,idaho,montana,nevada,new mexico,utah,wyoming,alaska,california,hawaii,oregon,"
                        + "washington,guam,american samoa,northern mariana islands");
    }

    private Region() {}

    private static void census(String region, String codes, String names) {
        for (String code : codes.split(" ", -1)) {
            BY_STATE.put(code.toLowerCase(Locale.ROOT), region);
        }
        for (String name : names.split(",", -1)) {
            BY_STATE.put(name, region);
        }
    }

    static String of(Account account) {
        String country = trimmed(account.country());
        String state = trimmed(account.state());
        if (state != null && (country == null || isUnitedStates(country))) {
            return BY_STATE.getOrDefault(state.toLowerCase(Locale.ROOT), state);
        }
        return country != null ? country : UNKNOWN;
    }

    private static boolean isUnitedStates(String country) {
        return switch (country.toLowerCase(Locale.ROOT)) {
            case "us", "usa", "u.s.", "u.s.a.", "united states", "united states of america" -> true;
            default -> false;
        };
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
