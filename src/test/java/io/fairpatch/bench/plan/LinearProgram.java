package io.fairpatch.bench.plan;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import java.util.stream.IntStream;

/** The exact linear relaxation by an independent solver (OR-Tools, GLOP): the judge of the bound. */
public final class LinearProgram {
    private LinearProgram() {}

    /** The relaxation's value in units of cost; NaN when it has no solution. */
    public static double value(AssignmentProblem problem) {
        Loader.loadNativeLibraries();
        var solver = MPSolver.createSolver("GLOP");
        double infinity = MPSolver.infinity();
        MPConstraint[] bands = IntStream.range(0, problem.bands())
                .mapToObj(i -> solver.makeConstraint(
                        problem.low(i) == AssignmentProblem.OPEN_LOW ? -infinity : problem.low(i) / 1e6,
                        problem.high(i) == AssignmentProblem.OPEN_HIGH ? infinity : problem.high(i) / 1e6))
                .toArray(MPConstraint[]::new);
        for (int u = 0; u < problem.units(); u++) {
            var once = solver.makeConstraint(1, 1);
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                boolean out = problem.pin(u) >= 0 && problem.pin(u) != e;
                MPVariable share = solver.makeNumVar(0, out ? 0 : 1, "");
                once.setCoefficient(share, 1);
                solver.objective().setCoefficient(share, problem.cost(e) / 1e6);
                for (int k = 0; k < problem.measures(); k++) {
                    bands[problem.agent(e) * problem.measures() + k].setCoefficient(share, problem.load(e, k) / 1e6);
                }
            }
        }
        solver.objective().setMinimization();
        var status = solver.solve();
        return status == MPSolver.ResultStatus.OPTIMAL ? solver.objective().value() : Double.NaN;
    }
}
