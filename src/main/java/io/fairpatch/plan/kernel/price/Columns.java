package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.function.IntPredicate;

/**
 * Units with some of their options, laid out one after the other as the interior-point passes read them. Costs and loads
 * are doubles in millionths, loads on bands that cannot be broken are left out; 16 + 8 x measures bytes an option.
 */
final class Columns {
    final int measures;
    final int agents;
    private final int[] first;
    int[] option;
    int[] agent;
    double[] cost;
    double[] load;
    /** What units that are not among these weigh on each band, in millionths. */
    final double[] settled;

    private int size;

    private Columns(AssignmentProblem problem, int units, int room) {
        first = new int[units + 1];
        settled = new double[problem.bands()];
        measures = problem.measures();
        agents = problem.agents();
        option = new int[room];
        agent = new int[room];
        cost = new double[room];
        load = new double[room * measures];
    }

    /** All units with the options that pass; each must keep at least one. */
    static Columns of(Reduced reduced, IntPredicate keep) {
        var problem = reduced.problem();
        int room = 0;
        for (int u = 0; u < problem.units(); u++) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                room += keep.test(e) ? 1 : 0;
            }
        }
        var columns = new Columns(problem, problem.units(), room);
        for (int u = 0; u < problem.units(); u++) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                if (keep.test(e)) {
                    columns.add(reduced, e);
                }
            }
            columns.first[u + 1] = columns.size;
        }
        return columns;
    }

    /**
     * The units that have a choice among the options given; what the others weigh is {@link #settled}, what they cost is
     * left out.
     *
     * @param options of each unit, at least one
     */
    static Columns open(Reduced reduced, int[][] options) {
        int units = 0;
        int room = 0;
        for (int[] its : options) {
            units += its.length > 1 ? 1 : 0;
            room += its.length > 1 ? its.length : 0;
        }
        var columns = new Columns(reduced.problem(), units, room);
        int row = 0;
        for (int[] its : options) {
            if (its.length > 1) {
                for (int e : its) {
                    columns.add(reduced, e);
                }
                columns.first[++row] = columns.size;
            } else {
                columns.settle(reduced, its[0]);
            }
        }
        return columns;
    }

    private void settle(Reduced reduced, int e) {
        int band = reduced.problem().agent(e) * measures;
        for (int k = 0; k < measures; k++) {
            settled[band + k] += reduced.live()[band + k] ? reduced.problem().load(e, k) : 0;
        }
    }

    private void add(Reduced reduced, int e) {
        var problem = reduced.problem();
        option[size] = e;
        agent[size] = problem.agent(e);
        cost[size] = problem.cost(e);
        for (int k = 0; k < measures; k++) {
            boolean live = reduced.live()[agent[size] * measures + k];
            load[size * measures + k] = live ? problem.load(e, k) : 0;
        }
        size++;
    }

    /** The columns with a share each. */
    Shares shares(double[] x) {
        return new Shares(first, option, x);
    }

    int units() {
        return first.length - 1;
    }

    int size() {
        return size;
    }

    int first(int unit) {
        return first[unit];
    }

    /** {@code sum_k y_(agent, k) w_k} of a column: its load along a vector of the bands. */
    double along(int column, double[] y) {
        int band = agent[column] * measures;
        int at = column * measures;
        double sum = 0;
        for (int k = 0; k < measures; k++) {
            sum += y[band + k] * load[at + k];
        }
        return sum;
    }
}
