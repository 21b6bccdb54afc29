package io.fairpatch.bench.plan;

import io.fairpatch.bench.Figure;
import io.fairpatch.plan.kernel.model.Budget;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How processor time grows from 10,000 to 100,000 accounts at 200 accounts a rep: until the first plan within the bands,
 * and for the same number of steps. The exponent is the slope of least squares through the logarithms.
 */
final class Growth {
    private static final List<Integer> REPS = List.of(50, 150, 500);
    private static final int ACCOUNTS_A_REP = 200;
    private static final long STEPS = 300;
    private static final double MOST = 1.3;

    private Growth() {}

    static List<Figure> figures(int threads) {
        var runs = REPS.stream().map(reps -> run(reps, threads)).toList();
        return List.of(
                exponent("until the first plan within the bands", runs, run -> run.feasible()
                        .cpu()),
                exponent("for " + STEPS + " steps", runs, run -> run.whole().cpu()));
    }

    private static Figure exponent(String what, List<KernelRun> runs, ToDoubleFunction<KernelRun> time) {
        double[] x = new double[runs.size()];
        double[] y = new double[runs.size()];
        for (int at = 0; at < x.length; at++) {
            int accounts = REPS.get(at) * ACCOUNTS_A_REP;
            double seconds = time.applyAsDouble(runs.get(at));
            x[at] = Math.log(accounts);
            y[at] = Math.log(seconds);
            System.err.printf(Locale.ROOT, "  %s: %.1f s of CPU time at %,d%n", what, seconds, accounts);
        }
        boolean all = runs.stream().allMatch(run -> time.applyAsDouble(run) < KernelRun.NO_PLAN);
        return Figure.atMost(
                "growth of CPU time, 10,000 to 100,000 accounts, " + what + ": exponent",
                all ? slope(x, y) : KernelRun.NO_PLAN,
                "",
                1 + Math.log10(MOST));
    }

    private static double slope(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double both = 0;
        double square = 0;
        for (int at = 0; at < x.length; at++) {
            both += (x[at] - meanX) * (y[at] - meanY);
            square += (x[at] - meanX) * (x[at] - meanX);
        }
        return both / square;
    }

    private static KernelRun run(int reps, int threads) {
        System.err.println("Drawing " + reps * ACCOUNTS_A_REP + " accounts");
        var shape = new Territories.Shape(reps * ACCOUNTS_A_REP, reps, 0.09, 0.15, false, 1);
        var problem = Territories.draw(shape, new PostalCodes()).problem();
        return KernelRun.of(problem, Budget.ofSteps(STEPS, 1, threads));
    }
}
