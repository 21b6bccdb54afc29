package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The curvature of {@link Curvature} built and factorised. Where loads have to travel along many agents, each with room only
 * for its neighbours', conjugate gradients see the long waves last and stop before them; a factor has all of them at once.
 * Only agents that share a unit at the present prices are linked: the colder, the fewer, so the order of elimination is
 * looked for anew each time. One solution is O(active options x active options of a unit) and the factor's work. Built in
 * {@value DualPass#PARTS} fixed parts, so that the result is the same on any number of threads.
 */
final class BuiltCurvature {
    private static final int MOST_AGENTS = 3_000;
    private static final double MOST_WORK = 3e8;
    private static final double FEWER = 0.75;

    private final Workers workers;
    private final AssignmentProblem problem;
    private final Part[] parts = new Part[DualPass.PARTS];
    private double tooMany = Double.POSITIVE_INFINITY;

    BuiltCurvature(Reduced reduced, Workers workers) {
        this.workers = workers;
        this.problem = reduced.problem();
        Arrays.setAll(parts, p -> new Part(reduced));
    }

    /** Solves {@code H d = g}, with {@code fixed} on the diagonal beside the units' part; null where a factor is too large. */
    double @Nullable [] solve(DualPass pass, double[] fixed, double[] g) {
        if (problem.agents() > MOST_AGENTS || pass.activeOptions() > FEWER * tooMany) {
            return null;
        }
        var elimination = eliminate(pass);
        if (elimination.work(problem.measures()) > MOST_WORK) {
            tooMany = pass.activeOptions();
            return null;
        }
        var matrix = new Factor(elimination, problem.measures());
        var matrices = new Factor[DualPass.PARTS];
        Arrays.setAll(matrices, p -> p == 0 ? matrix : matrix.sibling());
        workers.run(DualPass.PARTS, p -> parts[p].build(pass, p, matrices[p]));
        for (int p = 1; p < DualPass.PARTS; p++) {
            matrix.add(matrices[p]);
        }
        for (int i = 0; i < fixed.length; i++) {
            matrix.addDiagonal(i, fixed[i]);
        }
        matrix.factorise(workers);
        return matrix.solve(g);
    }

    private Elimination eliminate(DualPass pass) {
        BitSet[][] links = new BitSet[DualPass.PARTS][];
        workers.run(DualPass.PARTS, p -> {
            links[p] = Elimination.unlinked(problem.agents());
            DualPass.dealt(p).forEach(chunk -> Elimination.link(links[p], problem, pass.active(chunk)));
        });
        for (int p = 1; p < DualPass.PARTS; p++) {
            for (int a = 0; a < problem.agents(); a++) {
                links[0][a].or(links[p][a]);
            }
        }
        return Elimination.of(links[0]);
    }

    /** What some chunks of the units add to the matrix. */
    private static final class Part {
        private final AssignmentProblem problem;
        private final Reduced reduced;
        private double[] load = new double[64];

        Part(Reduced reduced) {
            this.reduced = reduced;
            this.problem = reduced.problem();
        }

        void build(DualPass pass, int part, Factor matrix) {
            double weight = pass.weight() / pass.tau();
            DualPass.dealt(part).forEach(chunk -> build(pass.active(chunk), weight, matrix));
        }

        private void build(Active active, double weight, Factor matrix) {
            for (int group = 0; group < active.groups(); group++) {
                add(active, active.start(group), active.start(group + 1), weight, matrix);
            }
        }

        private void add(Active active, int from, int to, double weight, Factor matrix) {
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
