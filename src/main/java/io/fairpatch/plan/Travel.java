package io.fairpatch.plan;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.config.PlanningConfig.Goals;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.Tier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A year's visits: kilometres, their cost and the time they take. Roads are 1.3 times the great circle (a usual detour
 * factor); up to 300 km by car at 70 km/h, further away two hours and 600 km/h for the part beyond.
 */
public final class Travel {
    static final double ROAD_FACTOR = 1.3;
    private static final double DRIVE_KM = 300;
    private static final double CAR_KM_PER_HOUR = 70;
    private static final double FLIGHT_HOURS = 2;
    private static final double FLIGHT_KM_PER_HOUR = 600;

    private final Map<String, CoverageConfig.Visits> visits = new HashMap<>();
    private final double centsPerKm;

    public Travel(CoverageConfig coverage, Goals goals) {
        this(coverage, goals.travelPerKm());
    }

    Travel(CoverageConfig coverage, double centsPerKm) {
        coverage.visits().forEach(entry -> visits.put(entry.tier(), entry));
        this.centsPerKm = centsPerKm;
    }

    /** Road kilometres one way; 0 where a place is unknown. */
    public static double kilometres(@Nullable GeoPoint from, @Nullable GeoPoint to) {
        return from == null || to == null ? 0 : ROAD_FACTOR * from.kilometresTo(to);
    }

    /** Cents a year for visits at that distance, both ways. */
    double cents(double visits, double kilometres) {
        return visits * 2 * kilometres * centsPerKm;
    }

    /** Minutes a year on the way there and back. */
    static double minutesOnTheWay(double visits, double kilometres) {
        return 60 * visits * 2 * hours(kilometres);
    }

    /** Minutes a year for an account at that distance: visits, other work, and the way there and back. */
    public double minutes(AccountScore score, double kilometres) {
        return minutes(score.tier(), kilometres);
    }

    double minutes(Tier tier, double kilometres) {
        CoverageConfig.Visits plan = visits.get(key(tier));
        if (plan == null) {
            return 0;
        }
        return 60 * (plan.visitsPerYear() * plan.hoursPerVisit() + plan.otherHoursPerYear())
                + minutesOnTheWay(plan.visitsPerYear(), kilometres);
    }

    double visitsPerYear(AccountScore score) {
        CoverageConfig.Visits plan = visits.get(key(score.tier()));
        return plan == null ? 0 : plan.visitsPerYear();
    }

    private static double hours(double kilometres) {
        if (kilometres <= DRIVE_KM) {
            return kilometres / CAR_KM_PER_HOUR;
        }
        return Math.max(DRIVE_KM / CAR_KM_PER_HOUR, FLIGHT_HOURS + kilometres / FLIGHT_KM_PER_HOUR);
    }

    private static String key(Tier tier) {
        return switch (tier) {
            case ONE -> "1";
            case TWO -> "2";
            case THREE -> "3";
        };
    }
}
