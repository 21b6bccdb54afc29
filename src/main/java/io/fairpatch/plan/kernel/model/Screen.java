package io.fairpatch.plan.kernel.model;

/**
 * Tells in one pass over the options which agents {@link Pairs} has to look at. For each agent and pair of ends it keeps
 * what the resting options lack and the room above them, n and r, as {@link Turns} does; of all turns the largest cost c
 * and the least gain l, if that is below zero; and of the items that cost no more for their gain than the ends do,
 * {@code cost / gain <= high / low}, the sums of gains and costs, G and C, and the largest gain g. To take the same part of
 * each of these is one way to hold both ends, so what the best way costs is at most that, whichever option is left out:
 * {@code f(m) <= m C / (G - g)} for {@code m <= G - g}. No turn makes more lack than n - l, or costs more than c. So where
 *
 * <pre>n - l &lt;= G - g   and   c + (n - l) C / (G - g) &lt;= r</pre>
 *
 * <p>nothing follows from the pair. The bound would hold of any set of items; dear ones would only raise its price.
 * O(options) for each pair of measures; memory is 64 bytes for each agent and pair, whatever the number of options.
 */
final class Screen {
    private static final int NEED = 0;
    private static final int ROOM = 1;
    private static final int GAINS = 2;
    private static final int COSTS = 3;
    private static final int MOST_GAIN = 4;
    private static final int MOST_COST = 5;
    private static final int LEAST_GAIN = 6;
    private static final int CELL = 8;

    private final AssignmentProblem problem;
    private final int[] start;
    private final int[] lower;
    private final int[] upper;
    /** The largest cost over gain of the items that are counted. */
    private final double[] dearest;

    private final long[] cells;

    private Screen(AssignmentProblem problem, Ends ends) {
        int measures = problem.measures();
        int most = problem.bands() * (measures - 1);
        this.problem = problem;
        this.start = new int[problem.agents() + 1];
        this.lower = new int[most];
        this.upper = new int[most];
        this.dearest = new double[most];
        this.cells = new long[CELL * most];
        for (int a = 0; a < problem.agents(); a++) {
            start[a + 1] = start[a];
            for (int pair = 0; pair < measures * measures; pair++) {
                begin(a, pair / measures, pair % measures, ends);
            }
        }
    }

    private void begin(int agent, int itsLower, int itsUpper, Ends ends) {
        int band = agent * problem.measures();
        if (itsLower == itsUpper || !ends.needs(band + itsLower) || !ends.limits(band + itsUpper)) {
            return;
        }
        int pair = start[agent + 1]++;
        lower[pair] = itsLower;
        upper[pair] = itsUpper;
        long low = ends.low()[band + itsLower];
        long high = ends.high()[band + itsUpper];
        dearest[pair] = low > 0 && high > 0 ? (double) high / low : Double.POSITIVE_INFINITY;
        cells[pair * CELL + NEED] = low;
        cells[pair * CELL + ROOM] = high;
    }

    /** The agents of which two ends may ask for something together. */
    static boolean[] mayBind(AssignmentProblem problem, Alive alive, Ends ends) {
        var screen = new Screen(problem, ends);
        boolean[] may = new boolean[problem.agents()];
        if (screen.start[may.length] == 0) {
            return may;
        }
        screen.add(alive);
        for (int a = 0; a < may.length; a++) {
            for (int pair = screen.start[a]; pair < screen.start[a + 1]; pair++) {
                may[a] |= screen.mayBind(pair * CELL);
            }
        }
        return may;
    }

    private void add(Alive alive) {
        for (int u = 0; u < problem.units(); u++) {
            boolean certain = alive.count(u) == 1;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                if (alive.is(e)) {
                    add(e, certain);
                }
            }
        }
    }

    private void add(int option, boolean certain) {
        int agent = problem.agent(option);
        for (int pair = start[agent]; pair < start[agent + 1]; pair++) {
            add(pair, problem.load(option, lower[pair]), problem.load(option, upper[pair]), certain);
        }
    }

    private void add(int pair, long v, long w, boolean certain) {
        int cell = pair * CELL;
        boolean in = Turns.in(v, w, certain);
        if (in) {
            cells[cell + NEED] -= v;
            cells[cell + ROOM] -= w;
        }
        if (certain) {
            return;
        }
        long gain = in ? -v : v;
        long cost = Math.abs(w);
        cells[cell + MOST_COST] = Math.max(cells[cell + MOST_COST], cost);
        if (gain > 0 && cost <= dearest[pair] * gain) {
            cells[cell + GAINS] += gain;
            cells[cell + COSTS] += cost;
            cells[cell + MOST_GAIN] = Math.max(cells[cell + MOST_GAIN], gain);
        } else if (gain < 0) {
            cells[cell + LEAST_GAIN] = Math.min(cells[cell + LEAST_GAIN], gain);
        }
    }

    private boolean mayBind(int cell) {
        double lacking = Math.max(0, cells[cell + NEED] - cells[cell + LEAST_GAIN]);
        double others = cells[cell + GAINS] - cells[cell + MOST_GAIN];
        double price = others > 0 ? cells[cell + COSTS] / others : 0;
        return lacking > others * Turns.SURE
                || cells[cell + MOST_COST] + lacking * price > cells[cell + ROOM] * Turns.SURE;
    }
}
