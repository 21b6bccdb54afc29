package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.Plan;

/**
 * A plan of its own with what chains of moves ask about it: each unit's regret and loads and each band's value, kept in
 * step at O(measures) a move.
 */
final class Standing {
    final CoreTable table;
    private final PricedBands bands;
    private final Plan plan;
    private final Books books;
    private final int measures;
    private final double[] regret;
    private final long[] load;
    private final double[] value;

    Standing(CoreTable table, PricedBands bands, Plan start) {
        this.table = table;
        this.bands = bands;
        this.plan = start.copy();
        this.books = new Books(table.problem, plan);
        this.measures = table.measures;
        this.regret = new double[table.problem.units()];
        this.load = new long[regret.length * measures];
        this.value = new double[bands.size()];
        for (int u = 0; u < regret.length; u++) {
            read(u);
        }
        revalue();
    }

    private void read(int unit) {
        int option = plan.choice(unit);
        regret[unit] = table.regretOf(unit, option);
        for (int k = 0; k < measures; k++) {
            load[unit * measures + k] = table.problem.load(option, k);
        }
    }

    /** Reads all bands anew, after what they are worth has changed. */
    void revalue() {
        for (int i = 0; i < value.length; i++) {
            value[i] = bands.value(i, plan.load(i));
        }
    }

    /** The plan as it stands; not to be changed. */
    Plan plan() {
        return plan;
    }

    double regret(int unit) {
        return regret[unit];
    }

    int agent(int unit) {
        return plan.agent(unit);
    }

    int size(int agent) {
        return books.size(agent);
    }

    int unit(int agent, int at) {
        return books.unit(agent, at);
    }

    /** How an agent's bands change in value when it gets the core option at {@code in} and gives away unit {@code out}. */
    double exchange(int agent, int in, int out) {
        double change = 0;
        for (int k = 0; k < measures; k++) {
            change += change(agent * measures + k, table.load(in, k) - load[out * measures + k]);
        }
        return change;
    }

    /** The same when it gives nothing away. */
    double gain(int agent, int in) {
        double change = 0;
        for (int k = 0; k < measures; k++) {
            change += change(agent * measures + k, table.load(in, k));
        }
        return change;
    }

    /** The same when it gets nothing. */
    double loss(int agent, int out) {
        double change = 0;
        for (int k = 0; k < measures; k++) {
            change += change(agent * measures + k, -load[out * measures + k]);
        }
        return change;
    }

    private double change(int band, long added) {
        return bands.value(band, plan.load(band) + added) - value[band];
    }

    void move(int unit, int option) {
        int from = plan.agent(unit);
        books.move(unit, option);
        read(unit);
        revalue(from);
        revalue(plan.agent(unit));
    }

    private void revalue(int agent) {
        for (int band = agent * measures; band < (agent + 1) * measures; band++) {
            value[band] = bands.value(band, plan.load(band));
        }
    }
}
