package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.exact.Piece;
import io.fairpatch.plan.kernel.exact.TreeSearch;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Large-neighbourhood search inside one part: take a unit with a near-tie, grow a few agents around it through core
 * options, free the units most open to move between them, and search that piece exactly up to a number of nodes
 * ({@link TreeSearch}). Between hard bands a feasible plan stays feasible and only gets cheaper.
 */
final class Neighbourhood {
    private final AssignmentProblem problem;
    private final Core core;
    private final Books books;
    private final Plan plan;
    private final Parts parts;
    private final int part;
    private final SplittableRandom random;
    private final Piece piece;
    private final TreeSearch tree;
    private final double[] prices;
    private final Shape shape;
    private final int[] agents;
    private final int[] chosen = new int[16];
    private double[] key = new double[256];
    private int[] free = new int[256];
    private int size;

    Neighbourhood(Scene scene, Parts parts, int part, Shape shape, SplittableRandom random) {
        this.problem = scene.reduced().problem();
        this.core = scene.core();
        this.books = scene.books();
        this.plan = scene.books().plan();
        this.parts = parts;
        this.part = part;
        this.random = random;
        this.piece = new Piece(problem);
        this.tree = new TreeSearch(scene.reduced(), piece);
        this.prices = scene.prices();
        this.shape = shape;
        boolean[] focus = scene.focus();
        this.agents = focus == null
                ? parts.agents(part)
                : Arrays.stream(parts.agents(part)).filter(a -> focus[a]).toArray();
    }

    /** What all parts share; seeds are drawn from the agents in focus, or from all when that is null. */
    record Scene(Reduced reduced, Core core, Books books, double[] prices, boolean @Nullable [] focus) {}

    /**
     * How large a piece is.
     *
     * @param agents most agents
     * @param units most free units
     * @param nodes most nodes of the tree
     * @param temperature forced moves are accepted by Metropolis' rule at it, in millionths of cost; 0 for none
     * @param penalties per band, infinite for hard
     */
    record Shape(int agents, int units, int nodes, double temperature, double[] penalties) {}

    /** Searches pieces until this many nodes are spent. */
    void run(long nodes) {
        for (long spent = 0; spent < nodes; spent += 200) {
            int seed = seed();
            if (seed >= 0) {
                spent += around(seed);
            }
        }
    }

    /** A random unit of the part with a choice in the core; of four, the one with the most regret to gain. */
    private int seed() {
        int best = -1;
        double most = -1;
        for (int t = 0; t < 4 && agents.length > 0; t++) {
            int agent = agents[random.nextInt(agents.length)];
            if (books.size(agent) > 0) {
                int unit = books.unit(agent, random.nextInt(books.size(agent)));
                double regret = core.count(unit) > 1 ? regretNow(unit) : -1;
                if (regret > most || (regret == most && core.count(unit) > 1)) {
                    best = unit;
                    most = regret;
                }
            }
        }
        return best;
    }

    private double regretNow(int unit) {
        for (int at = core.first(unit); at < core.first(unit + 1); at++) {
            if (core.option(at) == plan.choice(unit)) {
                return core.regret(at);
            }
        }
        return Double.MAX_VALUE;
    }

    private long around(int seed) {
        int count = grow(seed);
        if (count < 2) {
            return 0;
        }
        piece.begin(chosen, count);
        collect(count);
        if (size < 2) {
            return 0;
        }
        keepClosest(seed);
        boolean forced = shape.temperature() > 0 && random.nextBoolean();
        for (int u = 0; u < size; u++) {
            piece.add(free[u], prices, plan, forced && free[u] == seed ? plan.choice(seed) : -1);
        }
        double slack = forced ? -shape.temperature() * Math.log(1 - random.nextDouble()) : 0;
        tree.begin(plan, prices, shape.penalties(), 0.5);
        tree.beat(tree.valueNow() + slack);
        tree.run(shape.nodes());
        if (tree.improved()) {
            adopt();
        }
        return tree.visited() + size * 20L;
    }

    private void adopt() {
        for (int u = 0; u < size; u++) {
            int option = tree.best(u);
            if (option != plan.choice(free[u])) {
                books.move(free[u], option);
            }
        }
    }

    /** The agents of a piece: the seed's, one it may go to, then others met through core options. */
    private int grow(int seed) {
        chosen[0] = plan.agent(seed);
        int count = addAgent(1, seed);
        for (int t = 0; t < 4 * shape.agents() && count < shape.agents(); t++) {
            int from = chosen[random.nextInt(count)];
            if (books.size(from) > 0) {
                count = addAgent(count, books.unit(from, random.nextInt(books.size(from))));
            }
        }
        return count;
    }

    private int addAgent(int count, int unit) {
        int at = core.first(unit) + random.nextInt(core.count(unit));
        for (int t = 0; t < core.count(unit); t++) {
            int agent = problem.agent(core.option(at));
            if (parts.of(agent) == part && !listed(agent, count)) {
                chosen[count] = agent;
                return count + 1;
            }
            at = at + 1 == core.first(unit + 1) ? core.first(unit) : at + 1;
        }
        return count;
    }

    private boolean listed(int agent, int count) {
        for (int a = 0; a < count; a++) {
            if (chosen[a] == agent) {
                return true;
            }
        }
        return false;
    }

    /** All units of the chosen agents that could stay or go, keyed by how little it costs to move them. */
    private void collect(int count) {
        size = 0;
        for (int a = 0; a < count; a++) {
            for (int m = 0; m < books.size(chosen[a]); m++) {
                int unit = books.unit(chosen[a], m);
                double closeness = closeness(unit);
                if (closeness < Double.MAX_VALUE) {
                    enter(unit, closeness);
                }
            }
        }
    }

    /** The regret difference between the unit's two best core options inside the piece. */
    private double closeness(int unit) {
        double best = Double.MAX_VALUE;
        double second = Double.MAX_VALUE;
        boolean current = false;
        for (int at = core.first(unit); at < core.first(unit + 1); at++) {
            if (piece.holds(problem.agent(core.option(at)))) {
                current |= core.option(at) == plan.choice(unit);
                if (best == Double.MAX_VALUE) {
                    best = core.regret(at);
                } else if (second == Double.MAX_VALUE) {
                    second = core.regret(at);
                }
            }
        }
        if (best == Double.MAX_VALUE) {
            return Double.MAX_VALUE;
        }
        return second == Double.MAX_VALUE ? (current ? second : 0) : second - best;
    }

    private void enter(int unit, double closeness) {
        if (size == free.length) {
            free = Arrays.copyOf(free, size * 2);
            key = Arrays.copyOf(key, size * 2);
        }
        free[size] = unit;
        key[size++] = closeness * (0.5 + random.nextDouble());
    }

    /** Keeps the units closest to a tie, largest first, so that the tree fixes what matters early. */
    private void keepClosest(int seed) {
        for (int u = 0; u < size; u++) {
            key[u] = free[u] == seed ? -1 : key[u];
        }
        Sorting.byKey(free, key, size);
        size = Math.min(size, shape.units());
        for (int u = 0; u < size; u++) {
            key[u] = free[u] == seed ? -2 : -bulk(free[u]);
        }
        Sorting.byKey(free, key, size);
    }

    private double bulk(int unit) {
        double most = 0;
        int option = plan.choice(unit);
        int band = problem.agent(option) * problem.measures();
        for (int k = 0; k < problem.measures(); k++) {
            double whole = Math.abs((double) plan.load(band + k)) + 1;
            most = Math.max(most, Math.abs(problem.load(option, k)) / whole);
        }
        return most;
    }
}
