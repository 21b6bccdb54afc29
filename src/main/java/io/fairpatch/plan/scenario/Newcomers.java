package io.fairpatch.plan.scenario;

import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.PlanInput;
import io.fairpatch.plan.Vacancy;
import io.fairpatch.plan.VisitHours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Seats to be filled, each beside one of the fullest books: there a new rep takes the most off the others. */
final class Newcomers {
    private Newcomers() {}

    /**
     * The reps and so many more.
     *
     * @param ramp a stage of {@link RampStage}; null is ramped, the team as it will be
     * @param protectedReps whose books are not relieved
     */
    static List<Rep> joining(PlanInput input, int count, @Nullable String ramp, Set<SalesforceId> protectedReps) {
        RampStage stage = stage(ramp);
        Map<SalesforceId, GeoPoint> homes = VisitHours.homes(input);
        List<Rep> fullest = input.reps().stream()
                .filter(rep -> rep.active() && !protectedReps.contains(rep.id()))
                .sorted(fullestFirst(input))
                .toList();
        var all = new ArrayList<>(input.reps());
        for (int number = 1; number <= count; number++) {
            Rep beside = fullest.isEmpty() ? null : fullest.get((number - 1) % fullest.size());
            GeoPoint home = beside == null ? null : homes.get(beside.id());
            all.add(Vacancy.rep(number, "New rep " + number, beside == null ? null : beside.role(), stage, home));
        }
        return all;
    }

    private static Comparator<Rep> fullestFirst(PlanInput input) {
        var potential = new HashMap<SalesforceId, Long>();
        input.currentRep().forEach((account, rep) -> {
            var score = input.scores().get(account);
            potential.merge(rep, score == null ? 0 : score.potentialCents(), Long::sum);
        });
        return Comparator.comparingLong((Rep rep) -> -potential.getOrDefault(rep.id(), 0L))
                .thenComparing(Rep::id);
    }

    private static RampStage stage(@Nullable String ramp) {
        if (ramp == null) {
            return RampStage.RAMPED;
        }
        for (RampStage stage : RampStage.values()) {
            if (stage.name().equalsIgnoreCase(ramp)) {
                return stage;
            }
        }
        throw Scenario.invalid("ramp=" + ramp.toLowerCase(Locale.ROOT), "there is no such stage", "use new or ramped");
    }

    static Rep inactive(Rep rep) {
        return new Rep(
                rep.id(),
                rep.name(),
                rep.email(),
                rep.managerId(),
                false,
                rep.role(),
                rep.rampStage(),
                rep.languages(),
                rep.clearances(),
                rep.home());
    }
}
