package io.fairpatch.plan.kernel.exact;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;
import java.math.BigInteger;

/** What breaking a band costs where no plan keeps them all and the one that breaks them least is looked for. */
public final class Breach {
    private Breach() {}

    /** The price of a millionth outside any band: whatever step all loads and ends share outweighs all costs together. */
    public static double price(Reduced reduced) {
        return (costRange(reduced.problem()) + 1) / commonStep(reduced);
    }

    private static double costRange(AssignmentProblem problem) {
        double range = 0;
        for (int u = 0; u < problem.units(); u++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                least = Math.min(least, problem.cost(e));
                most = Math.max(most, problem.cost(e));
            }
            range += most - least;
        }
        return range;
    }

    private static double commonStep(Reduced reduced) {
        BigInteger step = BigInteger.ZERO;
        var problem = reduced.problem();
        for (int i = 0; i < problem.bands(); i++) {
            step = end(step, reduced.low()[i], AssignmentProblem.OPEN_LOW);
            step = end(step, reduced.high()[i], AssignmentProblem.OPEN_HIGH);
        }
        for (int e = 0; e < problem.options() && !step.equals(BigInteger.ONE); e++) {
            for (int k = 0; k < problem.measures(); k++) {
                step = step.gcd(BigInteger.valueOf(problem.load(e, k)));
            }
        }
        return Math.max(1, step.doubleValue());
    }

    private static BigInteger end(BigInteger step, long end, long open) {
        return end == open ? step : step.gcd(BigInteger.valueOf(end));
    }
}
