package io.fairpatch.plan;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A fair share of work: the hours of a plan balanced by potential alone, by share of capacity. One use. */
final class WorkBands {
    /** Off an edge by this much, so that rounding does not put a book outside. */
    private static final double MINUTE = 1;

    private final TerritoryProblem problem;
    private final Roster roster;
    private final Standing standing;
    private final WorkShares shares;
    private final double share;

    private WorkBands(Prepared open, int[] assignment) {
        this.problem = open.problem();
        this.roster = open.roster();
        this.standing = new Standing(problem, assignment);
        this.shares = WorkShares.of(problem, roster, standing);
        this.share = open.input().planning().bands().getOrDefault(Planner.WORKLOAD, Planner.DEFAULT_WORKLOAD_BAND);
    }

    /** @param assignment balanced by potential, roughly; seats by unit */
    static TerritoryProblem of(Prepared open, int[] assignment) {
        var bands = new WorkBands(open, assignment);
        return bands.around(bands.totals());
    }

    /**
     * Bands that books as they are lie in, where there are such: the hours of one plan are an estimate of what is fair, and
     * the next estimate must not push books out that were inside.
     */
    static TerritoryProblem keeping(Prepared open, int[] assignment) {
        var bands = new WorkBands(open, assignment);
        var totals = bands.totals();
        totals.replaceAll(bands::drawn);
        return bands.around(totals);
    }

    private Map<String, Double> totals() {
        var totals = new TreeMap<String, Double>();
        for (int seat = 0; seat < roster.size(); seat++) {
            double minutes = roster.isOpen(seat) ? 0 : standing.minutes(seat);
            totals.merge(roster.group(seat), minutes, Double::sum);
        }
        return totals;
    }

    /** The total nearest to this one at which every book of the group lies in its band; itself when there is none. */
    private double drawn(String group, double total) {
        double least = 0;
        double most = Double.MAX_VALUE;
        for (int seat = 0; seat < roster.size(); seat++) {
            double its = roster.group(seat).equals(group) ? shares.of(seat) : 0;
            if (its > 0) {
                least = Math.max(least, (standing.minutes(seat) + MINUTE) / (its * (1 + share)));
                most = isCapped(seat) || share >= 1
                        ? most
                        : Math.min(most, (standing.minutes(seat) - MINUTE) / (its * (1 - share)));
            }
        }
        return least > most ? total : Math.max(least, Math.min(most, total));
    }

    private TerritoryProblem around(Map<String, Double> totals) {
        var bands = new ArrayList<Band>();
        for (int seat = 0; seat < roster.size(); seat++) {
            String group = roster.group(seat);
            double total = totals.getOrDefault(group, 0.0);
            boolean none = roster.isOpen(seat) || total < 1;
            Band band =
                    none ? Band.OPEN : Band.around(total * shares.of(seat), share, Math.round(total / roster.size()));
            bands.add(isCapped(seat) ? band.withoutLow() : band);
        }
        return problem.withMinutes(List.copyOf(bands));
    }

    /** Someone with few accounts by rule can't be asked for a full share of work. */
    private boolean isCapped(int seat) {
        double fair = (double) problem.units().size() / problem.seats().size();
        return problem.seats().get(seat).caps().most() < fair;
    }
}
