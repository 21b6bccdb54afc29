package io.fairpatch.bench.plan;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPVariable;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Plan;
import java.util.stream.IntStream;

/**
 * The whole problem by an independent solver in whole numbers (OR-Tools: CP-SAT or SCIP): the judge of plans, and the
 * peer that the bench runs beside the kernel.
 */
public final class IntegerProgram {
    private final AssignmentProblem problem;
    private final MPSolver solver;
    private final MPVariable[] taken;

    private IntegerProgram(AssignmentProblem problem, MPSolver solver) {
        this.problem = problem;
        this.solver = solver;
        this.taken = new MPVariable[problem.options()];
    }

    /**
     * What the judge found.
     *
     * @param settled whether {@code cost} is the least there is, or it is proven that there is no plan
     * @param feasible whether a plan was found
     * @param cost of the plan found, in millionths
     * @param bound that no plan undercuts, in millionths
     */
    public record Verdict(boolean settled, boolean feasible, long cost, double bound) {}

    /** Solves from scratch within some seconds, by the solver {@code SAT} or {@code SCIP}. */
    public static Verdict solve(AssignmentProblem problem, String by, double seconds, int threads) {
        Loader.loadNativeLibraries();
        var solver = MPSolver.createSolver(by);
        try {
            solver.setTimeLimit((long) (seconds * 1000));
            solver.setNumThreads(threads);
            var program = new IntegerProgram(problem, solver);
            program.build();
            return program.run();
        } finally {
            solver.delete();
        }
    }

    private void build() {
        double infinity = MPSolver.infinity();
        MPConstraint[] bands = IntStream.range(0, problem.bands())
                .mapToObj(i -> solver.makeConstraint(
                        problem.low(i) == AssignmentProblem.OPEN_LOW ? -infinity : problem.low(i),
                        problem.high(i) == AssignmentProblem.OPEN_HIGH ? infinity : problem.high(i)))
                .toArray(MPConstraint[]::new);
        for (int u = 0; u < problem.units(); u++) {
            var once = solver.makeConstraint(1, 1);
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                boolean out = problem.pin(u) >= 0 && problem.pin(u) != e;
                taken[e] = solver.makeIntVar(0, out ? 0 : 1, "");
                once.setCoefficient(taken[e], 1);
                solver.objective().setCoefficient(taken[e], problem.cost(e));
                for (int k = 0; k < problem.measures(); k++) {
                    bands[problem.agent(e) * problem.measures() + k].setCoefficient(taken[e], problem.load(e, k));
                }
            }
        }
        solver.objective().setMinimization();
    }

    private Verdict run() {
        var status = solver.solve();
        boolean feasible = status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.FEASIBLE;
        boolean settled = status == MPSolver.ResultStatus.OPTIMAL || status == MPSolver.ResultStatus.INFEASIBLE;
        return new Verdict(
                settled, feasible, feasible ? cost() : 0, solver.objective().bestBound());
    }

    private long cost() {
        int[] choice = new int[problem.units()];
        for (int u = 0; u < choice.length; u++) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                choice[u] = taken[e].solutionValue() > 0.5 ? e : choice[u];
            }
        }
        var plan = new Plan(problem, choice);
        if (plan.violation() > 0) {
            throw new IllegalStateException("The judge's plan breaks a band by " + plan.violation());
        }
        return plan.cost();
    }
}
