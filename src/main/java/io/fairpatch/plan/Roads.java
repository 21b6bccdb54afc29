package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.Rep;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ways that somebody measured, in place of the great circle: by rep, then by account or postal code. Immutable. */
public final class Roads {
    /** Nothing was measured. */
    public static final Roads NONE = new Roads(Map.of());

    private static final int SHORT_ID = 15;

    private final Map<String, Map<String, Leg>> ways;

    /**
     * One way.
     *
     * @param kilometres 0 or more
     * @param minutes null where only the distance is known
     */
    public record Leg(double kilometres, @Nullable Double minutes) {
        public Leg {
            if (!(kilometres >= 0) || minutes != null && !(minutes >= 0)) {
                throw new IllegalArgumentException(
                        "A way of " + kilometres + " km and " + minutes + " minutes must be 0 or more");
            }
        }

        /** By the usual speeds where the time is not known. */
        double minutesOneWay() {
            return minutes == null ? Travel.minutesOnTheWay(0.5, kilometres) : minutes;
        }
    }

    /** @param ways by user id or e-mail address of the rep, then by account id or postal code */
    public Roads(Map<String, Map<String, Leg>> ways) {
        var copy = new HashMap<String, Map<String, Leg>>();
        ways.forEach((rep, places) -> {
            var byPlace = copy.computeIfAbsent(key(rep), known -> new HashMap<>());
            places.forEach((place, leg) -> byPlace.put(key(place), leg));
        });
        this.ways = Map.copyOf(copy);
    }

    /** Ids with 15 and 18 characters are the same, as are addresses in any letter case. */
    private static String key(String name) {
        return name.contains("@")
                ? name.toLowerCase(Locale.ROOT)
                : name.substring(0, Math.min(SHORT_ID, name.length()));
    }

    public boolean isEmpty() {
        return ways.isEmpty();
    }

    /** The way from a rep to an account; the account's own before its postal code's; null when not measured. */
    @Nullable
    Leg leg(Rep rep, Account account) {
        Map<String, Leg> places = ways.get(key(rep.id().value()));
        if (places == null && rep.email() != null) {
            places = ways.get(key(rep.email()));
        }
        if (places == null) {
            return null;
        }
        Leg own = places.get(key(account.id().value()));
        String code = account.postalCode();
        return own == null && code != null ? places.get(code) : own;
    }
}
