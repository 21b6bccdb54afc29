package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.Undecided.Split;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rounds the shares of the relaxation a few units at a time (a diving heuristic: Berthold 2006), the largest first: of the
 * units that are split and about as large as the largest of them, those nearest to whole and not at the same agents are put
 * where most of them is, the relaxation of the rest is solved anew, and so on. What a rounded unit leaves or takes too much
 * is made up by units near a tie, wherever they are, while a search can only pass a surplus on from neighbour to neighbour;
 * and as long as smaller units are shares, a large one costs little more than the worse of its sides.
 *
 * <p>As many units are split after a round as before, since as many bands are tight, but they get smaller and smaller. On
 * 20,000 units x 100 agents eighty rounds cost 0.02 % of a plan; of the plans a search ends with, its large units alone cost
 * more than twice that. A round that leaves no solution is taken back and a third of it tried. One takes some ten iterations
 * of {@link Interior}, over half of the units.
 */
public final class Dive {
    private static final int MOST_ROUNDS = 80;
    private static final int LEAST_ROUNDS = 4;
    private static final int MOST_FAILURES = 20;
    /** Multiplications of all rounds together, at most. */
    private static final double MOST_WORK = 1e10;

    private static final double WORK_A_COLUMN = 100;
    private static final int ITERATIONS = 10;
    private static final double WHOLE = 0.999;
    private static final double SPLIT = 0.001;
    /** Of the size of the largest unit that is split: others of that size are rounded with it. */
    private static final double AS_LARGE = 0.6;

    private static final double START = 3e-4;
    private static final double FINE = 1e-6;
    /** Of the bound: a relaxation dearer by more has lost what rounding is to keep. */
    private static final double DEARER = 1e-3;

    private final AssignmentProblem problem;
    private final Reduced reduced;
    private final Undecided undecided;
    private final double spread;
    private final double enough;
    private final Workers workers;
    private final Pace pace;
    private final BitSet skipped = new BitSet();
    private double[] prices;
    private double level = Double.POSITIVE_INFINITY;
    private int most;
    private double work;

    private Dive(Reduced reduced, Prices prices, Undecided undecided, Workers workers, Pace pace) {
        this.problem = reduced.problem();
        this.reduced = reduced;
        this.undecided = undecided;
        this.spread = prices.spread();
        this.enough = prices.bound() + DEARER * Math.abs(prices.bound());
        this.workers = workers;
        this.pace = pace;
        this.prices = prices.best();
        this.most = problem.agents();
    }

    /** The same prices with shares after some rounds; unchanged where the relaxation was not solved. */
    public static Prices of(Reduced reduced, Prices prices, Workers workers, Pace pace) {
        var shares = prices.shares();
        if (shares == null || !prices.covers()) {
            return prices;
        }
        var undecided = Undecided.of(reduced, prices, shares);
        return prices.with(new Dive(reduced, prices, undecided, workers, pace).run(shares));
    }

    private Shares run(Shares solved) {
        var shares = solved;
        int failures = 0;
        for (int round = 0; round < MOST_ROUNDS && failures < MOST_FAILURES && !pace.over(); round++) {
            var splits = next(shares);
            if (splits.isEmpty() || (work > MOST_WORK && round >= LEAST_ROUNDS)) {
                break;
            }
            var rounded = round(splits);
            failures += rounded == null ? 1 : 0;
            shares = rounded == null ? shares : rounded;
        }
        return shares;
    }

    /** The units to round next: from large to small, those nearest to whole first, no two at the same agent. */
    private List<Split> next(Shares shares) {
        List<Split> splits = new ArrayList<>(IntStream.range(0, undecided.units())
                .mapToObj(u -> most(shares, u))
                .toList());
        splits.removeIf(s -> s.share() > WHOLE || skipped.get(s.unit()));
        double largest = splits.stream().mapToDouble(undecided::size).max().orElse(0);
        level = largest < AS_LARGE * level ? largest : level;
        splits.removeIf(s -> undecided.size(s) < AS_LARGE * level);
        splits.sort(Comparator.comparingDouble(s -> -s.share()));
        var taken = new BitSet();
        splits.removeIf(s -> !take(shares, s.unit(), taken));
        return splits.subList(0, Math.min(most, splits.size()));
    }

    private static Split most(Shares shares, int unit) {
        int best = shares.first()[unit];
        for (int at = best; at < shares.first()[unit + 1]; at++) {
            best = shares.share()[at] > shares.share()[best] ? at : best;
        }
        return new Split(unit, shares.option()[best], shares.share()[best]);
    }

    /** Takes the agents that share the unit, if none of them is taken. */
    private boolean take(Shares shares, int unit, BitSet taken) {
        int[] its = IntStream.range(shares.first()[unit], shares.first()[unit + 1])
                .filter(at -> shares.share()[at] > SPLIT)
                .map(at -> problem.agent(shares.option()[at]))
                .toArray();
        boolean free = IntStream.of(its).noneMatch(taken::get);
        if (free) {
            IntStream.of(its).forEach(taken::set);
        }
        return free;
    }

    /** Rounds these and solves the rest; takes it back and answers null where that has no solution. */
    private @Nullable Shares round(List<Split> splits) {
        List<int[]> before = new ArrayList<>();
        splits.forEach(s -> before.add(undecided.settle(s)));
        var rest = solve();
        if (rest != null) {
            most = Math.min(problem.agents(), 2 * most);
            return rest;
        }
        for (int s = 0; s < before.size(); s++) {
            undecided.open(splits.get(s), before.get(s));
        }
        if (before.size() == 1) {
            skipped.set(splits.get(0).unit());
        }
        most = Math.max(1, before.size() / 3);
        return null;
    }

    private @Nullable Shares solve() {
        var columns = undecided.columns();
        var elimination = Elimination.of(columns);
        work += ITERATIONS * (elimination.work(columns.measures) + WORK_A_COLUMN * columns.size());
        var interior = new Interior(reduced, columns, elimination, spread, workers, pace);
        interior.run(prices, START * spread, FINE, enough - undecided.settledCost());
        if (interior.bestBound() > enough - undecided.settledCost() || !interior.covers()) {
            return null;
        }
        prices = interior.best();
        return undecided.all(interior.result());
    }
}
