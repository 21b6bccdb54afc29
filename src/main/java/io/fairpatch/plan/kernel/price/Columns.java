package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.Arrays;

/**
 * Some units with some of their options, laid out one after the other as the interior-point passes read them. Costs and
 * loads are doubles in millionths, loads on bands that cannot be broken are left out; 16 + 8 x measures bytes an option.
 */
final class Columns {
    final int measures;
    final int agents;
    private int[] unit = new int[64];
    private int[] first = new int[65];
    int[] option;
    int[] agent;
    double[] cost;
    double[] load;
    private int units;
    private int size;

    private Columns(AssignmentProblem problem, int room) {
        measures = problem.measures();
        agents = problem.agents();
        option = new int[room];
        agent = new int[room];
        cost = new double[room];
        load = new double[room * measures];
    }

    /** Which options of a unit to take, asked in order. */
    interface Keep {
        boolean test(int unit, int option);
    }

    /** Every {@code stride}-th unit, with the options that pass; each unit must keep at least one. */
    static Columns of(Reduced reduced, int stride, Keep keep) {
        var problem = reduced.problem();
        int room = 0;
        for (int u = 0; u < problem.units(); u += stride) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                room += keep.test(u, e) ? 1 : 0;
            }
        }
        var columns = new Columns(problem, room);
        for (int u = 0; u < problem.units(); u += stride) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                if (keep.test(u, e)) {
                    columns.add(reduced, e);
                }
            }
            columns.close(u);
        }
        return columns;
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

    private void close(int itsUnit) {
        if (units == unit.length) {
            unit = Arrays.copyOf(unit, units * 2);
            first = Arrays.copyOf(first, units * 2 + 1);
        }
        unit[units++] = itsUnit;
        first[units] = size;
    }

    /** The columns with a share each, when they cover all units in order. */
    Shares shares(double[] x) {
        return new Shares(Arrays.copyOf(first, units + 1), option, x);
    }

    int units() {
        return units;
    }

    int size() {
        return size;
    }

    /** The problem's unit at a position. */
    int unit(int position) {
        return unit[position];
    }

    int first(int position) {
        return first[position];
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
