package io.fairpatch.plan;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hours of work a year that an account makes for a rep, as the planner counts them. Thread-safe. */
public final class VisitHours {
    private final Travel travel;

    public VisitHours(CoverageConfig coverage) {
        this.travel = new Travel(coverage, 0);
    }

    /** Hours a year; a place that is unknown costs no travel. */
    public double of(Tier tier, @Nullable GeoPoint account, @Nullable GeoPoint home) {
        return travel.minutes(tier, Travel.kilometres(home, account)) / 60;
    }

    /** Where active reps work from, as the planner takes it: their home, else the centre of their book. */
    public static Map<SalesforceId, GeoPoint> homes(PlanInput input) {
        var roster = new Roster(input);
        var homes = new HashMap<SalesforceId, GeoPoint>();
        new Homes(roster, input.accounts(), input)
                .bySeat()
                .forEach((seat, home) -> homes.put(roster.rep(seat).id(), home));
        return homes;
    }
}
