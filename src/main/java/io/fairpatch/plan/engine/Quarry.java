package io.fairpatch.plan.engine;

import io.fairpatch.plan.kernel.exact.Piece;
import io.fairpatch.plan.kernel.exact.TreeSearch;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Takes pieces out of some seats, one after another, and searches each. Not thread-safe; touches these seats only. */
final class Quarry {
    private static final long NODES = 1_000_000;
    private static final int NODES_A_PIECE = 5_000;
    private static final int MOST_SEATS = 3;
    private static final int MOST_UNITS = 16;
    private static final int COST_OF_A_UNIT = 20;

    private final Pieces.Scene scene;
    private final AssignmentProblem kernel;
    private final Plan plan;
    private final Shelves shelves;
    private final Piece piece;
    private final TreeSearch tree;
    private final int[] seats;
    private final boolean[] inside;
    private final SplittableRandom random;
    private final int[] chosen = new int[MOST_SEATS];
    private long[] keyed = new long[256];
    private int size;

    Quarry(
            Pieces.Scene scene,
            Reduced reduced,
            Plan plan,
            Shelves shelves,
            Piece piece,
            int[] seats,
            SplittableRandom random) {
        this.scene = scene;
        this.kernel = reduced.problem();
        this.plan = plan;
        this.shelves = shelves;
        this.piece = piece;
        this.tree = new TreeSearch(reduced, piece);
        this.seats = seats;
        this.inside = new boolean[kernel.agents()];
        for (int seat : seats) {
            inside[seat] = true;
        }
        this.random = random;
    }

    void run() {
        for (long spent = 0; spent < NODES; spent += 200) {
            int seat = seats.length == 0 ? -1 : seats[random.nextInt(seats.length)];
            if (seat >= 0 && shelves.size(seat) > 0) {
                spent += around(shelves.unit(seat, random.nextInt(shelves.size(seat))));
            }
        }
    }

    private long around(int seed) {
        chosen[0] = plan.agent(seed);
        int count = joined(1, seed);
        int wanted = 2 + random.nextInt(MOST_SEATS - 1);
        for (int t = 0; t < 4 && count > 1 && count < wanted; t++) {
            int from = chosen[random.nextInt(count)];
            if (shelves.size(from) > 0) {
                count = joined(count, shelves.unit(from, random.nextInt(shelves.size(from))));
            }
        }
        if (count < 2) {
            return 0;
        }
        piece.begin(chosen, count);
        collect(count);
        return size < 2 ? 0 : search();
    }

    /** Adds a seat that the unit could go to. */
    private int joined(int count, int unit) {
        int options = kernel.first(unit + 1) - kernel.first(unit);
        int offset = random.nextInt(options);
        for (int o = 0; o < options; o++) {
            int seat = kernel.agent(kernel.first(unit) + (o + offset) % options);
            if (inside[seat] && Arrays.stream(chosen, 0, count).noneMatch(one -> one == seat)) {
                chosen[count] = seat;
                return count + 1;
            }
        }
        return count;
    }

    /** The units of the chosen seats nearest to a tie between two of them, the bulkiest first. */
    private void collect(int count) {
        size = 0;
        for (int s = 0; s < count; s++) {
            for (int m = 0; m < shelves.size(chosen[s]); m++) {
                enter(shelves.unit(chosen[s], m));
            }
        }
        Arrays.sort(keyed, 0, size);
        size = Math.min(size, MOST_UNITS);
        for (int u = 0; u < size; u++) {
            int unit = (int) keyed[u];
            keyed[u] = -bulk(unit) << Integer.SIZE | unit;
        }
        Arrays.sort(keyed, 0, size);
    }

    private void enter(int unit) {
        double best = Double.MAX_VALUE;
        double second = Double.MAX_VALUE;
        for (int e = kernel.first(unit); e < kernel.first(unit + 1); e++) {
            if (piece.holds(kernel.agent(e))) {
                double reduced = reducedCost(e);
                second = Math.min(second, Math.max(best, reduced));
                best = Math.min(best, reduced);
            }
        }
        if (second < Double.MAX_VALUE) {
            keyed = size == keyed.length ? Arrays.copyOf(keyed, 2 * size) : keyed;
            double key = (second - best) * (0.5 + random.nextDouble()) / 1_000;
            keyed[size++] = (long) Math.min(key, Integer.MAX_VALUE) << Integer.SIZE | unit;
        }
    }

    private double reducedCost(int option) {
        double sum = kernel.cost(option);
        int band = kernel.agent(option) * kernel.measures();
        for (int k = 0; k < kernel.measures(); k++) {
            sum += scene.prices()[band + k] * kernel.load(option, k);
        }
        return sum;
    }

    /** In hundredths of a per cent of what the seat has on the measure where that is most. */
    private long bulk(int unit) {
        double most = 0;
        int option = plan.choice(unit);
        int band = kernel.agent(option) * kernel.measures();
        for (int k = 0; k < kernel.measures(); k++) {
            most = Math.max(most, kernel.load(option, k) / (Math.abs((double) plan.load(band + k)) + 1));
        }
        return Math.round(10_000 * most);
    }

    private long search() {
        for (int u = 0; u < size; u++) {
            piece.add((int) keyed[u], scene.prices(), plan);
        }
        tree.begin(plan, scene.prices(), scene.penalties(), 0.5, Double.POSITIVE_INFINITY);
        tree.beat(tree.valueNow());
        tree.run(NODES_A_PIECE);
        if (tree.improved()) {
            adopt();
        }
        return tree.visited() + (long) size * COST_OF_A_UNIT;
    }

    private void adopt() {
        for (int u = 0; u < size; u++) {
            int unit = (int) keyed[u];
            if (tree.best(u) != plan.choice(unit)) {
                shelves.leave(unit, plan.agent(unit));
                plan.move(unit, tree.best(u));
                shelves.enter(unit, plan.agent(unit));
            }
        }
    }
}
