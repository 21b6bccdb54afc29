package io.fairpatch.bench.plan;

import io.fairpatch.bench.Figure;
import io.fairpatch.plan.kernel.model.Budget;

/** How CPU time grows from 10,000 to 100,000 accounts at 200 accounts a rep, for the same number of steps. */
final class Growth {
    private static final long STEPS = 140;
    private static final double MOST = 1.3;

    private Growth() {}

    static Figure figure(int threads) {
        double small = cpu(10_000, 50, threads);
        double large = cpu(100_000, 500, threads);
        double exponent = Math.log10(large / small);
        System.err.printf("%.1f s of CPU time at 10,000, %.1f s at 100,000%n", small, large);
        return Figure.atMost(
                "growth of CPU time, 10,000 to 100,000 accounts, exponent", exponent, "", 1 + Math.log10(MOST));
    }

    private static double cpu(int accounts, int reps, int threads) {
        System.err.println("Drawing " + accounts + " accounts");
        var shape = new Territories.Shape(accounts, reps, 0.09, 0.15, false, 1);
        var problem = Territories.draw(shape, new PostalCodes()).problem();
        return KernelRun.of(problem, Budget.ofSteps(STEPS, 1, threads)).cpuSeconds();
    }
}
