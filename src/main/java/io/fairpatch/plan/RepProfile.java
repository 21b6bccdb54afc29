package io.fairpatch.plan;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a rep is good at and wishes for.
 *
 * @param winRates by industry: 0 to 1, shrunk towards the team's where there are few deals
 * @param wishes industries or states the rep wants or knows well, other words are of no account; letter case does not matter
 * @param attainment of quota, 1 is met; null when unknown
 */
public record RepProfile(Map<String, Double> winRates, Set<String> wishes, @Nullable Double attainment) {
    public static final RepProfile UNKNOWN = new RepProfile(Map.of(), Set.of(), null);

    public RepProfile {
        winRates = Map.copyOf(winRates);
        wishes = Set.copyOf(wishes);
    }

    /** Whether the rep wants or knows well such accounts. */
    boolean wants(String industry, @Nullable String state) {
        return wishes.stream()
                .map(String::strip)
                .anyMatch(wish -> wish.equalsIgnoreCase(industry)
                        || (state != null && StateNames.full(wish).equalsIgnoreCase(StateNames.full(state.strip()))));
    }
}
