package io.fairpatch.plan.engine;

import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Which seats a search looks at for each unit: all options where they are few, else the cheapest ones and those who have
 * the unit now; each seat further offers itself to the units least dearer there, so that a seat on an island finds enough.
 */
public final class Candidates {
    private static final int FEW = 28;
    private static final int CHEAPEST = 20;
    /** Cheapest seats more for each mean unit of potential: the richer a unit, the further prices of room may send it. */
    private static final double RICHER = 10;
    /** Units a seat offers itself to, as a multiple of its even share. */
    private static final int REACH = 4;
    /** A unit that is such a part of a mean book is worth a look at every seat: prices of room decide where it goes. */
    private static final double LARGE = 0.03;

    private static final double MANY_SEATS = 100;

    private final int[][] seats;

    private Candidates(int[][] seats) {
        this.seats = seats;
    }

    public static Candidates of(TerritoryProblem problem) {
        var lists = new int[problem.units().size()][];
        int count = problem.seats().size();
        if (count <= FEW) {
            problem.units().forEach(unit -> lists[unit.index()] = unit.options());
            return new Candidates(lists);
        }
        double large = large(problem);
        double mean = Math.max(
                1, problem.units().stream().mapToDouble(Unit::potential).sum() / lists.length);
        var reach = new Reach(count, REACH * lists.length / count + 1);
        IntStream.range(0, lists.length).parallel().forEach(unit -> {
            Unit whole = problem.units().get(unit);
            int most = CHEAPEST + (int) (RICHER * whole.potential() / mean);
            boolean all = whole.options().length <= Math.max(FEW, most) || whole.potential() >= large;
            lists[unit] = all ? whole.options() : nearest(problem, whole, most, reach);
        });
        var candidates = new Candidates(lists);
        reach.forEach(candidates::add);
        return candidates;
    }

    /** Pricing a unit takes time by the square of its seats: the more there are, the fewer units may go to all. */
    private static double large(TerritoryProblem problem) {
        double seats = problem.seats().size();
        double book = problem.units().stream().mapToDouble(Unit::potential).sum() / seats;
        return LARGE * book * Math.max(1, seats / MANY_SEATS * (seats / MANY_SEATS));
    }

    /** Units of some seats may go to any of these; all others stay where they are. */
    static Candidates among(TerritoryProblem problem, int[] plan, boolean[] seats) {
        var lists = new int[plan.length][];
        for (Unit unit : problem.units()) {
            int mine = plan[unit.index()];
            lists[unit.index()] = seats[mine]
                    ? IntStream.of(unit.options()).filter(seat -> seats[seat]).toArray()
                    : new int[] {mine};
        }
        var candidates = new Candidates(lists);
        candidates.add(plan);
        return candidates;
    }

    private static int[] nearest(TerritoryProblem problem, Unit unit, int most, Reach reach) {
        int[] options = unit.options();
        long[] cost = new long[options.length];
        long least = Long.MAX_VALUE;
        for (int o = 0; o < cost.length; o++) {
            cost[o] = problem.cost(unit.index(), options[o]);
            least = Math.min(least, cost[o]);
        }
        int[] chosen = new int[most];
        int size = 0;
        for (int o = 0; o < cost.length; o++) {
            reach.offer(options[o], unit.index(), cost[o] - least);
            size = insert(chosen, size, o, cost);
        }
        var seats = IntStream.of(Arrays.copyOf(chosen, size)).map(o -> options[o]);
        var holders = IntStream.of(unit.holders().seats()).filter(seat -> Arrays.binarySearch(options, seat) >= 0);
        return IntStream.concat(seats, holders).distinct().sorted().toArray();
    }

    /** Keeps the places of the cheapest, in order. */
    private static int insert(int[] chosen, int size, int o, long[] cost) {
        int at = size;
        while (at > 0 && cost[chosen[at - 1]] > cost[o]) {
            at--;
        }
        if (at == chosen.length) {
            return size;
        }
        System.arraycopy(chosen, at, chosen, at + 1, Math.min(size, chosen.length - 1) - at);
        chosen[at] = o;
        return Math.min(chosen.length, size + 1);
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

    /** Adds the seat of every unit. */
    void add(int[] assignment) {
        for (int unit = 0; unit < assignment.length; unit++) {
            add(unit, assignment[unit]);
        }
    }

    /** Whether no option of any unit is left out. */
    boolean complete(TerritoryProblem problem) {
        return problem.units().stream().allMatch(unit -> seats[unit.index()].length == unit.options().length);
    }

    /** The few of least reduced cost for each unit, and the seat it has. */
    Candidates narrowed(int few, Duals duals, int[] assignment) {
        var core = new int[seats.length][];
        IntStream.range(0, core.length).parallel().forEach(unit -> core[unit] = few(few, duals, unit));
        var narrowed = new Candidates(core);
        for (int unit = 0; unit < core.length; unit++) {
            narrowed.add(unit, assignment[unit]);
        }
        return narrowed;
    }

    private int[] few(int few, Duals duals, int unit) {
        int[] all = seats[unit];
        double[] reduced = IntStream.of(all)
                .mapToDouble(seat -> duals.reducedCost(unit, seat))
                .toArray();
        return IntStream.range(0, all.length)
                .boxed()
                .sorted((one, other) -> Double.compare(reduced[one], reduced[other]))
                .limit(few)
                .mapToInt(at -> all[at])
                .sorted()
                .toArray();
    }

    /** Ascending. */
    public int[] of(int unit) {
        return seats[unit];
    }

    public boolean has(int unit, int seat) {
        return Arrays.binarySearch(seats[unit], seat) >= 0;
    }
}
