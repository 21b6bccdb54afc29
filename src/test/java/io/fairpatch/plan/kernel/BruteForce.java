package io.fairpatch.plan.kernel;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Every plan of a tiny problem, one by one: the judge of the exact search. */
public final class BruteForce {
    private final AssignmentProblem problem;
    private final int[] choice;
    private final long[] load;
    private final Consumer<int[]> plans;
    private long cost;

    /** Least cost of a plan within the bands; {@code Long.MAX_VALUE} when there is none. */
    public long leastCost = Long.MAX_VALUE;
    /** Least total violation of any plan. */
    public long leastViolation = Long.MAX_VALUE;

    private BruteForce(AssignmentProblem problem, Consumer<int[]> plans) {
        this.problem = problem;
        this.plans = plans;
        this.choice = new int[problem.units()];
        this.load = new long[problem.bands()];
    }

    public static BruteForce of(AssignmentProblem problem) {
        var all = new BruteForce(problem, plan -> {});
        all.from(0);
        return all;
    }

    /** The choices of every plan within the bands. */
    public static List<int[]> plans(AssignmentProblem problem) {
        List<int[]> plans = new ArrayList<>();
        new BruteForce(problem, plan -> plans.add(plan.clone())).from(0);
        return plans;
    }

    /** Every option that some plan within the bands uses. */
    public static BitSet used(AssignmentProblem problem) {
        var used = new BitSet();
        new BruteForce(problem, plan -> Arrays.stream(plan).forEach(used::set)).from(0);
        return used;
    }

    private void from(int unit) {
        if (unit == problem.units()) {
            leaf();
            return;
        }
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            if (problem.pin(unit) < 0 || problem.pin(unit) == e) {
                choice[unit] = e;
                add(e, 1);
                from(unit + 1);
                add(e, -1);
            }
        }
    }

    private void add(int option, int sign) {
        cost += sign * problem.cost(option);
        for (int k = 0; k < problem.measures(); k++) {
            load[problem.agent(option) * problem.measures() + k] += sign * problem.load(option, k);
        }
    }

    private void leaf() {
        long violation = 0;
        for (int i = 0; i < load.length; i++) {
            violation += problem.violation(i, load[i]);
        }
        leastViolation = Math.min(leastViolation, violation);
        if (violation == 0) {
            leastCost = Math.min(leastCost, cost);
            plans.accept(choice);
        }
    }

    /** Whether a plan's choices respect options and pins. */
    public static boolean respectsRules(AssignmentProblem problem, int[] choice) {
        boolean fine = choice.length == problem.units();
        for (int u = 0; u < problem.units(); u++) {
            fine &= choice[u] >= problem.first(u) && choice[u] < problem.first(u + 1);
            fine &= problem.pin(u) < 0 || problem.pin(u) == choice[u];
        }
        return fine;
    }
}
