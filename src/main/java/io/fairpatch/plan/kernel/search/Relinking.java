package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.exact.Piece;
import io.fairpatch.plan.kernel.exact.TreeSearch;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A few good plans, and new ones from pairs of them: what two plans agree on stays, the units they disagree on are searched
 * exactly among the agents that either gives them (path relinking: Yagiura, Ibaraki and Glover, EJOR 2006; the search in
 * place of the path). Good plans of problems with few units an agent share most of what the best one has.
 *
 * <p>A round works on {@value #TASKS} pairs at once, each with its own random numbers, whatever the threads.
 */
final class Relinking {
    private static final int TASKS = 4;
    private static final int MOST_PLANS = 16;
    private static final int MOST_UNITS = 30;
    private static final int NODES = 40_000;

    private final Reduced reduced;
    private final AssignmentProblem problem;
    private final double[] prices;
    private final Workers workers;
    private final double[] hard;
    private final List<Plan> plans = new ArrayList<>();
    private final Piece[] pieces = new Piece[TASKS];
    private final TreeSearch[] trees = new TreeSearch[TASKS];

    Relinking(Reduced reduced, double[] prices, Workers workers) {
        this.reduced = reduced;
        this.problem = reduced.problem();
        this.prices = prices;
        this.workers = workers;
        this.hard = new double[prices.length];
        Arrays.fill(hard, Double.POSITIVE_INFINITY);
        for (int t = 0; t < TASKS; t++) {
            pieces[t] = new Piece(problem);
            trees[t] = new TreeSearch(reduced, pieces[t]);
        }
    }

    int size() {
        return plans.size();
    }

    /** Any of the plans. */
    Plan any(SplittableRandom random) {
        return plans.get(random.nextInt(plans.size()));
    }

    /** Keeps a plan within the bands; where there is no room it takes the place of the dearest, or of a near copy. */
    void keep(Plan plan) {
        int near = -1;
        int dearest = 0;
        for (int p = 0; p < plans.size(); p++) {
            near = distance(plans.get(p), plan) <= 2 ? p : near;
            dearest = plans.get(p).cost() > plans.get(dearest).cost() ? p : dearest;
        }
        if (near < 0 && plans.size() < MOST_PLANS) {
            plans.add(plan.copy());
            return;
        }
        int place = near >= 0 ? near : dearest;
        if (plan.cost() < plans.get(place).cost()) {
            plans.set(place, plan.copy());
        }
    }

    private int distance(Plan a, Plan b) {
        int count = 0;
        for (int u = 0; u < problem.units(); u++) {
            count += a.choice(u) == b.choice(u) ? 0 : 1;
        }
        return count;
    }

    /** Searches between pairs of plans; answers the plans found, in the order of the tasks. */
    List<Plan> round(SplittableRandom random) {
        SplittableRandom[] streams = new SplittableRandom[TASKS];
        Arrays.setAll(streams, t -> random.split());
        Plan[] found = new Plan[TASKS];
        workers.run(TASKS, t -> found[t] = between(t, streams[t]));
        List<Plan> better = new ArrayList<>();
        for (var plan : found) {
            if (plan.violation() == 0) {
                keep(plan);
                better.add(plan);
            }
        }
        return better;
    }

    private Plan between(int task, SplittableRandom random) {
        var plan = any(random).copy();
        var guide = any(random);
        int[] units = shuffledDifference(plan, guide, random);
        boolean[] named = new boolean[problem.agents()];
        int[] agents = new int[2 * units.length];
        int count = 0;
        for (int unit : units) {
            for (int agent : new int[] {plan.agent(unit), guide.agent(unit)}) {
                if (!named[agent]) {
                    named[agent] = true;
                    agents[count++] = agent;
                }
            }
        }
        var piece = pieces[task];
        piece.begin(agents, count);
        for (int unit : units) {
            piece.add(unit, prices, plan);
        }
        if (units.length > 1) {
            search(trees[task], plan);
        }
        return plan;
    }

    private void search(TreeSearch tree, Plan plan) {
        tree.begin(plan, prices, hard, 0.5);
        tree.beat(tree.valueNow());
        tree.run(NODES);
        if (tree.improved()) {
            tree.adopt(plan);
        }
    }

    private int[] shuffledDifference(Plan plan, Plan guide, SplittableRandom random) {
        int[] units = new int[problem.units()];
        int size = 0;
        for (int u = 0; u < units.length; u++) {
            if (plan.choice(u) != guide.choice(u)) {
                int at = random.nextInt(size + 1);
                units[size++] = units[at];
                units[at] = u;
            }
        }
        return Arrays.copyOf(units, Math.min(size, MOST_UNITS));
    }
}
