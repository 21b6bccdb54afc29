package io.fairpatch.bench.plan;

import io.fairpatch.bench.Figure;
import io.fairpatch.plan.kernel.model.Budget;
import java.util.List;

/**
 * How processor time grows from 10,000 to 100,000 accounts at 200 accounts a rep: until the first plan within the bands,
 * and for the same number of steps.
 */
final class Growth {
    private static final long STEPS = 140;
    private static final double MOST = 1.3;

    private Growth() {}

    static List<Figure> figures(int threads) {
        var small = run(10_000, 50, threads);
        var large = run(100_000, 500, threads);
        return List.of(
                exponent("until the first plan within the bands", small.feasible(), large.feasible()),
                exponent("for " + STEPS + " steps", small.whole(), large.whole()));
    }

    private static Figure exponent(String what, KernelRun.Time small, KernelRun.Time large) {
        System.err.printf("  %s: %.1f s of CPU time at 10,000, %.1f s at 100,000%n", what, small.cpu(), large.cpu());
        return Figure.atMost(
                "growth of CPU time, 10,000 to 100,000 accounts, " + what + ": exponent",
                Math.log10(large.cpu() / small.cpu()),
                "",
                1 + Math.log10(MOST));
    }

    private static KernelRun run(int accounts, int reps, int threads) {
        System.err.println("Drawing " + accounts + " accounts");
        var shape = new Territories.Shape(accounts, reps, 0.09, 0.15, false, 1);
        var problem = Territories.draw(shape, new PostalCodes()).problem();
        return KernelRun.of(problem, Budget.ofSteps(STEPS, 1, threads));
    }
}
