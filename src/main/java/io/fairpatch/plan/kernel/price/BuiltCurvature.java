package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import org.jspecify.annotations.Nullable;

/**
 * The curvature of {@link Curvature} built and factorised. Where loads have to travel along many agents, each with room only
 * for its neighbours', conjugate gradients see the long waves last and stop before them; a factor has all of them at once.
 * One solution is O(active options x active options of a unit) and the factor's work. Built in {@value #PARTS} fixed parts,
 * so that the result is the same on any number of threads.
 */
final class BuiltCurvature {
    private static final int PARTS = 4;
    private static final int MOST_AGENTS = 3_000;
    private static final double MOST_WORK = 3e8;

    private final Workers workers;
    private final Part[] parts = new Part[PARTS];

    private BuiltCurvature(Reduced reduced, Elimination elimination, Workers workers) {
        this.workers = workers;
        var first = new Factor(elimination, reduced.problem().measures());
        for (int p = 0; p < PARTS; p++) {
            parts[p] = new Part(reduced, p == 0 ? first : first.sibling());
        }
    }

    /** Null where the factor would be too large. */
    static @Nullable BuiltCurvature of(Reduced reduced, Workers workers) {
        var problem = reduced.problem();
        if (problem.agents() > MOST_AGENTS) {
            return null;
        }
        var elimination = Elimination.of(problem);
        boolean large = elimination.work(problem.measures()) > MOST_WORK;
        return large ? null : new BuiltCurvature(reduced, elimination, workers);
    }

    /** Solves {@code H d = g}, with {@code fixed} for what does not come from the units on the diagonal of H. */
    double[] solve(DualPass pass, double[] fixed, double[] g) {
        workers.run(PARTS, p -> parts[p].build(pass, p));
        var matrix = parts[0].matrix;
        for (int p = 1; p < PARTS; p++) {
            matrix.add(parts[p].matrix);
        }
        for (int i = 0; i < fixed.length; i++) {
            matrix.addDiagonal(i, fixed[i]);
        }
        matrix.factorise();
        return matrix.solve(g);
    }

    /** What some chunks of the units add to the matrix. */
    private static final class Part {
        private final AssignmentProblem problem;
        private final Reduced reduced;
        private final Factor matrix;
        private double[] load = new double[64];

        Part(Reduced reduced, Factor matrix) {
            this.reduced = reduced;
            this.problem = reduced.problem();
            this.matrix = matrix;
        }

        void build(DualPass pass, int part) {
            matrix.clear();
            double weight = pass.weight() / pass.tau();
            for (int chunk = part; chunk < DualPass.CHUNKS; chunk += PARTS) {
                var active = pass.active(chunk);
                for (int group = 0; group < active.groups(); group++) {
                    add(active, active.start(group), active.start(group + 1), weight);
                }
            }
        }

        private void add(Active active, int from, int to, double weight) {
            int m = problem.measures();
            read(active, from, to);
            for (int x = from; x < to; x++) {
                int agent = problem.agent(active.option(x));
                double share = active.share(x);
                matrix.add(agent, agent, weight * share * (1 - share), load, (x - from) * m, (x - from) * m);
                for (int y = from; y < x; y++) {
                    double both = -weight * share * active.share(y);
                    matrix.add(agent, problem.agent(active.option(y)), both, load, (x - from) * m, (y - from) * m);
                }
            }
        }

        private void read(Active active, int from, int to) {
            int m = problem.measures();
            if ((to - from) * m > load.length) {
                load = new double[(to - from) * m * 2];
            }
            for (int x = from; x < to; x++) {
                int option = active.option(x);
                for (int k = 0; k < m; k++) {
                    boolean live = reduced.live()[problem.agent(option) * m + k];
                    load[(x - from) * m + k] = live ? problem.load(option, k) : 0;
                }
            }
        }
    }
}
