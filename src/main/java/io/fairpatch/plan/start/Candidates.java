package io.fairpatch.plan.start;

import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Which seats a search looks at for each unit: all options where they are few, else the cheapest ones and those who have
 * the unit now; each seat further offers itself to the units cheapest to it, so that a seat on an island finds enough.
 */
public final class Candidates {
    private static final int FEW = 28;
    private static final int CHEAPEST = 20;

    private final int[][] seats;

    private Candidates(int[][] seats) {
        this.seats = seats;
    }

    public static Candidates of(TerritoryProblem problem) {
        var lists = new int[problem.units().size()][];
        for (Unit unit : problem.units()) {
            lists[unit.index()] = unit.options().length <= FEW ? unit.options() : cheapest(problem, unit);
        }
        var candidates = new Candidates(lists);
        if (problem.seats().size() > FEW) {
            candidates.reachOut(problem);
        }
        return candidates;
    }

    private static int[] cheapest(TerritoryProblem problem, Unit unit) {
        var chosen = new TreeSet<Integer>();
        IntStream.of(unit.options())
                .boxed()
                .sorted(Comparator.comparingLong((Integer seat) -> problem.travelCents()[unit.index()][seat])
                        .thenComparing(seat -> seat))
                .limit(CHEAPEST)
                .forEach(chosen::add);
        for (int holder : unit.holders().seats()) {
            if (Arrays.binarySearch(unit.options(), holder) >= 0) {
                chosen.add(holder);
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private void reachOut(TerritoryProblem problem) {
        int reach = Math.min(seats.length, 3 * seats.length / problem.seats().size() + 1);
        for (int seat = 0; seat < problem.seats().size(); seat++) {
            int here = seat;
            problem.units().stream()
                    .filter(unit -> Arrays.binarySearch(unit.options(), here) >= 0)
                    .sorted(Comparator.comparingInt(unit -> problem.travelCents()[unit.index()][here]))
                    .limit(reach)
                    .forEach(unit -> add(unit.index(), here));
        }
    }

    /** Adds a seat to a unit's list. */
    void add(int unit, int seat) {
        if (!has(unit, seat)) {
            int[] longer = Arrays.copyOf(seats[unit], seats[unit].length + 1);
            longer[longer.length - 1] = seat;
            Arrays.sort(longer);
            seats[unit] = longer;
        }
    }

    /** The few of least reduced cost for each unit, and the seat it has. */
    Candidates narrowed(int few, Prices prices, int[] assignment) {
        var core = new int[seats.length][];
        for (int unit = 0; unit < core.length; unit++) {
            int here = unit;
            core[unit] = IntStream.of(seats[unit])
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer seat) -> prices.reducedCost(here, seat))
                            .thenComparing(seat -> seat))
                    .limit(few)
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
        }
        var narrowed = new Candidates(core);
        for (int unit = 0; unit < core.length; unit++) {
            narrowed.add(unit, assignment[unit]);
        }
        return narrowed;
    }

    /** Ascending. */
    public int[] of(int unit) {
        return seats[unit];
    }

    public boolean has(int unit, int seat) {
        return Arrays.binarySearch(seats[unit], seat) >= 0;
    }
}
