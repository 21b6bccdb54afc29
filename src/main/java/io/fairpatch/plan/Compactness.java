package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How well the books of a plan hold together on the map: the share of neighbouring places that one rep has both of. A place
 * is of the rep with most accounts there; neighbours are approximate ({@link Neighbourhood}).
 */
public final class Compactness {
    private static final int MOST_PLACES = 6_000;

    private Compactness() {}

    /**
     * 0 to 1; 1 where there are no two places.
     *
     * @param reps by account: who has it; accounts without one are left out
     */
    public static double of(List<Account> accounts, Map<SalesforceId, SalesforceId> reps) {
        return kept(holders(accounts, reps));
    }

    /** @param holders by place */
    static double kept(Map<GeoPoint, SalesforceId> holders) {
        int stride = 1 + holders.size() / MOST_PLACES;
        var places = new ArrayList<GeoPoint>();
        int number = 0;
        for (GeoPoint place : holders.keySet()) {
            if (number++ % stride == 0) {
                places.add(place);
            }
        }
        List<int[]> pairs = Neighbourhood.of(places);
        long kept = pairs.stream()
                .filter(pair -> Objects.equals(holders.get(places.get(pair[0])), holders.get(places.get(pair[1]))))
                .count();
        return pairs.isEmpty() ? 1 : (double) kept / pairs.size();
    }

    private static Map<GeoPoint, SalesforceId> holders(List<Account> accounts, Map<SalesforceId, SalesforceId> reps) {
        Map<GeoPoint, Map<SalesforceId, Long>> counts = accounts.stream()
                .filter(account -> account.place() != null && reps.containsKey(account.id()))
                .collect(Collectors.groupingBy(
                        account -> Objects.requireNonNull(account.place()),
                        LinkedHashMap::new,
                        Collectors.groupingBy(
                                account -> Objects.requireNonNull(reps.get(account.id())),
                                TreeMap::new,
                                Collectors.counting())));
        var holders = new LinkedHashMap<GeoPoint, SalesforceId>();
        counts.forEach((place, held) -> held.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.<Long>naturalOrder()))
                .ifPresent(most -> holders.put(place, most.getKey())));
        return holders;
    }
}
