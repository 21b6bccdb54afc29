package io.fairpatch.plan.kernel.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A choice of one option for every unit with the totals it makes, kept exact. Parts of the search that own disjoint
 * agents may move units in parallel, since a move touches only its two agents; the cost is then settled by
 * {@link #recount}.
 */
public final class Plan {
    private final AssignmentProblem problem;
    private final int[] choice;
    private final long[] load;

    /** Takes over the choice, one option a unit. */
    public Plan(AssignmentProblem problem, int[] choice) {
        this.problem = problem;
        this.choice = choice;
        this.load = new long[problem.bands()];
        recount();
    }

    public Plan copy() {
        return new Plan(problem, choice.clone());
    }

    /** The option chosen for a unit. */
    public int choice(int unit) {
        return choice[unit];
    }

    /** A copy of all choices. */
    public int[] choices() {
        return choice.clone();
    }

    /** The total on a band, in millionths. */
    public long load(int band) {
        return load[band];
    }

    /** The agent a unit is with. */
    public int agent(int unit) {
        return problem.agent(choice[unit]);
    }

    /** Gives a unit another of its options. */
    public void move(int unit, int option) {
        add(choice[unit], -1);
        choice[unit] = option;
        add(option, 1);
    }

    private void add(int option, int sign) {
        int band = problem.agent(option) * problem.measures();
        for (int k = 0; k < problem.measures(); k++) {
            load[band + k] += sign * problem.load(option, k);
        }
    }

    /** Sums all totals anew. */
    public void recount() {
        Arrays.fill(load, 0);
        for (int option : choice) {
            add(option, 1);
        }
    }

    /** The exact cost, in millionths. One pass over the units. */
    public long cost() {
        long sum = 0;
        for (int option : choice) {
            sum += problem.cost(option);
        }
        return sum;
    }

    /** By how much all bands together are broken, in millionths; saturates. */
    public long violation() {
        long sum = 0;
        for (int i = 0; i < load.length; i++) {
            sum += problem.violation(i, load[i]);
            if (sum < 0) {
                return Long.MAX_VALUE;
            }
        }
        return sum;
    }

    /** The broken bands, by agent and measure. */
    public List<Violation> violations() {
        List<Violation> broken = new ArrayList<>();
        for (int i = 0; i < load.length; i++) {
            if (problem.violation(i, load[i]) > 0) {
                int k = i % problem.measures();
                broken.add(new Violation(i / problem.measures(), k, load[i], problem.low(i), problem.high(i)));
            }
        }
        return broken;
    }

    /** Takes over another plan's choices. */
    public void set(Plan other) {
        System.arraycopy(other.choice, 0, choice, 0, choice.length);
        System.arraycopy(other.load, 0, load, 0, load.length);
    }
}
