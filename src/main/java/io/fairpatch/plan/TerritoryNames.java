package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SalesforceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Names of territories: those in use are kept; new ones say the state (or country) most of the potential is in, and carry
 * a number.
 */
final class TerritoryNames {
    private static final int LONGEST = 80;
    private static final int ROOM_FOR_NUMBER = 6;
    private static final String NOWHERE = "Territory";

    private final PlanInput input;

    TerritoryNames(PlanInput input) {
        this.input = input;
    }

    /** @param books accounts by seat */
    List<String> of(Roster roster, List<List<Account>> books) {
        Set<String> taken = new HashSet<>();
        input.territoryNames().values().forEach(name -> taken.add(key(name)));
        var names = new ArrayList<String>();
        for (int seat = 0; seat < roster.size(); seat++) {
            SalesforceId rep = roster.rep(seat).id();
            String kept = input.territoryNames().get(rep);
            names.add(kept != null && !kept.isBlank() ? kept : unused(place(books.get(seat)), taken));
        }
        return names;
    }

    private static String unused(String place, Set<String> taken) {
        String base =
                place.length() > LONGEST - ROOM_FOR_NUMBER ? place.substring(0, LONGEST - ROOM_FOR_NUMBER) : place;
        int number = 1;
        while (!taken.add(key(base + " " + number))) {
            number++;
        }
        return base + " " + number;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private String place(List<Account> book) {
        var byArea = new HashMap<String, Long>();
        for (Account account : book) {
            AccountScore score = Objects.requireNonNull(input.scores().get(account.id()));
            if (!area(account).isEmpty()) {
                byArea.merge(area(account), score.potentialCents(), Long::sum);
            }
        }
        return byArea.entrySet().stream()
                .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(NOWHERE);
    }

    /** The state, else the country, in full where it is a state of the United States; empty when neither is known. */
    static String area(Account account) {
        String state = account.state();
        if (state != null && !state.isBlank()) {
            return StateNames.full(state.strip());
        }
        String country = account.country();
        return country == null ? "" : country.strip();
    }
}
