package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.AssignmentProblem;

/**
 * The search's parameters on a problem's own scales. What matters is how many units an agent has: the gap of a plan
 * comes from whole units not fitting the bands, so near-optimal regrets fall with units per agent.
 *
 * @param regret most regret of a core option, millionths of cost
 * @param options most core options a unit
 * @param allOptions options a unit has at most
 * @param hot first temperature of the core search
 * @param cold last temperature
 * @param units units of the problem
 * @param perAgent units an agent
 * @param roams whether searches by chains run beside
 */
record Tuning(
        double regret,
        int options,
        int allOptions,
        double hot,
        double cold,
        int units,
        double perAgent,
        boolean roams,
        double spread) {
    private static final double MANY = 200;
    private static final int FEW_AN_AGENT = 60;
    private static final int MOST_ROAMED = 5_000;
    private static final int MOST_RENEWED = 200_000;
    private static final int STALE_ROUNDS = 4_000;
    private static final int STALE_ROUNDS_A_UNIT = 30;

    static Tuning of(AssignmentProblem problem, double spread) {
        double perAgent = problem.units() / (double) Math.max(1, problem.agents());
        double coarse = Math.max(0.5, Math.min(60, MANY / Math.max(1, perAgent)));
        int most = 1;
        for (int u = 0; u < problem.units(); u++) {
            most = Math.max(most, problem.first(u + 1) - problem.first(u));
        }
        double regret = Math.min(1, 0.012 * coarse) * spread;
        double hot = 0.0018 * Math.min(10, coarse) * spread;
        return new Tuning(
                regret,
                coarse > 2 ? 12 : 6,
                most,
                hot,
                hot / 200,
                problem.units(),
                perAgent,
                roams(problem.units(), problem.agents()),
                spread);
    }

    /** Nearest units to win and to lose that each agent is granted in the core. */
    int perAgentCore() {
        return 40;
    }

    /** Tries of a sweep for each unit of the core. */
    long triesPerUnit() {
        return 40;
    }

    /** Agents of a neighbourhood: two to three in turn, or two to nine where each has few units. */
    int agents(long step) {
        return (int) (2 + step % (perAgent < 30 ? 8 : 2));
    }

    /** Whether large-neighbourhood search oscillates about the bands: worth it where each agent has few units. */
    boolean swings() {
        return perAgent < FEW_AN_AGENT;
    }

    /** Whether searches by chains run beside: worth it on top where they can go round all units often enough. */
    static boolean roams(int units, int agents) {
        return units < FEW_AN_AGENT * Math.max(1, agents) && units <= MOST_ROAMED;
    }

    /**
     * Whether bands are soft at first while the core search cools: worth it where agents have many units and pieces of some
     * of them, searched exactly, no longer get the plan out of where the repair has left it.
     */
    boolean softens() {
        return perAgent >= FEW_AN_AGENT && units > MOST_ROAMED;
    }

    /** Whether plans are renewed part by part: where bands are soft at first, and a sweep over all units takes below a second. */
    boolean renews() {
        return softens() && units <= MOST_RENEWED;
    }

    /** Temperature of the core search between soft bands, from the beginning (0) to the end (1). */
    double mild(double way) {
        return 0.3 * hot * Math.pow(0.1, way);
    }

    /**
     * Rounds that may bring nothing before the search ends. Where no plan keeps the bands the least breach of some dozens of
     * units is mostly found within the first hundreds, and there is no bound that could say so.
     *
     * @param breach whether the plan that breaks the bands least is looked for
     */
    int patience(boolean breach) {
        return breach ? (int) Math.min(STALE_ROUNDS, (long) STALE_ROUNDS_A_UNIT * units) : STALE_ROUNDS;
    }

    /** Rounds from one restart at the best plan to the next. */
    int cycle() {
        return 50;
    }

    /** First temperature of a cycle, in millionths of cost. */
    double warm() {
        return 0.004 * Math.min(1, 30 / perAgent) * spread;
    }

    /** Free units of a neighbourhood: few enough that most trees are searched to their end. */
    int freeUnits() {
        return perAgent < FEW_AN_AGENT ? 16 : 13;
    }

    /** Nodes of a neighbourhood's tree. */
    int nodes() {
        return 5_000;
    }
}
