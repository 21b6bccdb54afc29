package io.fairpatch.plan;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** A fair share of work: the hours of a plan balanced by potential alone, by share of capacity. */
final class WorkBands {
    private WorkBands() {}

    /** @param assignment balanced by potential, roughly; seats by unit */
    static TerritoryProblem of(Prepared open, int[] assignment) {
        double share = open.input().planning().bands().getOrDefault(Planner.WORKLOAD, Planner.DEFAULT_WORKLOAD_BAND);
        TerritoryProblem problem = open.problem();
        Roster roster = open.roster();
        var standing = new Standing(problem, assignment);
        var totals = new HashMap<String, Double>();
        for (int seat = 0; seat < roster.size(); seat++) {
            double minutes = roster.isOpen(seat) ? 0 : standing.minutes(seat);
            totals.merge(roster.group(seat), minutes, Double::sum);
        }
        var bands = new ArrayList<Band>();
        for (int seat = 0; seat < roster.size(); seat++) {
            String group = roster.group(seat);
            double total = totals.getOrDefault(group, 0.0);
            boolean none = roster.isOpen(seat) || total < 1;
            Band band = none
                    ? Band.OPEN
                    : Band.around(total * roster.share(seat, group), share, Math.round(total / roster.size()));
            bands.add(isCapped(problem, seat) ? band.withoutLow() : band);
        }
        return problem.withMinutes(List.copyOf(bands));
    }

    /** Someone with few accounts by rule can't be asked for a full share of work. */
    private static boolean isCapped(TerritoryProblem problem, int seat) {
        double fair = (double) problem.units().size() / problem.seats().size();
        return problem.seats().get(seat).caps().total() < fair;
    }
}
