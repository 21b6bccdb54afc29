package io.fairpatch.plan;

import io.fairpatch.plan.kernel.proof.Names;
import java.util.ArrayList;
import java.util.List;

/** What a plan's cost is made of: only what this plan weighs, so that nobody compares sums of different things. */
final class CostWords {
    private CostWords() {}

    /** Such as "in travel, lost relationships, lost fit and missed mix". */
    static String of(PlanInput input) {
        var goals = input.planning().goals();
        var levers = input.levers();
        List<String> parts = new ArrayList<>();
        if (levers.drawn().byDistance() && goals.travelPerKm() > 0) {
            boolean drawn = levers.ignoreOwners() && !Homes.areKnown(new Roster(input));
            parts.add(drawn ? "travel (where no home is known, from the centre drawn)" : "travel");
        }
        if (!levers.ignoreOwners() && goals.relationship() > 0) {
            parts.add("lost relationships");
        }
        if (levers.drawn() != Levers.Drawn.GEOGRAPHY && goals.fit() > 0) {
            parts.add("lost fit");
        }
        if (goals.mixCents() > 0) {
            parts.add("missed mix");
        }
        return parts.isEmpty() ? "by goals that all weigh nothing" : "in " + Names.all(parts);
    }
}
