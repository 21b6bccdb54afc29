package io.fairpatch.plan;

import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Seats without a person: a role to be hired, or a territory whose rep has left. They take accounts like anybody. */
public final class Vacancy {
    private static final String PREFIX = "005000000VAC";

    private Vacancy() {}

    /**
     * A seat to be filled.
     *
     * @param number 1 to 999, one a seat
     * @param role as in {@code coverage.yml}, null for none
     * @param home where the person will work from; null is the centre of all accounts
     */
    public static Rep rep(int number, String name, @Nullable String role, RampStage stage, @Nullable GeoPoint home) {
        if (number < 1 || number > 999) {
            throw new IllegalArgumentException("The number of a vacancy (" + number + ") must be 1 to 999");
        }
        var id = SalesforceId.of(PREFIX + String.format(Locale.ROOT, "%03d", number));
        return new Rep(id, name, null, null, true, role, stage, Set.of(), Set.of(), home);
    }

    /** Whether the id stands for a seat without a person: nothing with it may be written into an org. */
    public static boolean is(SalesforceId rep) {
        return rep.value().startsWith(PREFIX);
    }
}
