package io.fairpatch.plan.kernel.model;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;

/**
 * What a problem takes of the heap, estimated from its size: the options twice (as given and reduced) and what the pricing
 * keeps of them, names and lists a unit, and the factor of the bands' equations. Measured runs stayed below it.
 */
public final class Footprint {
    private static final long BYTES_A_UNIT = 240;
    private static final long PRICING_AN_OPTION = 24;
    private static final long LARGEST_FACTOR = 30_000_000L * Double.BYTES;
    private static final double USABLE = 0.9;
    private static final long PROGRAM = 24L << 20;

    private Footprint() {}

    /** Bytes a run needs at most. */
    public static double bytes(long units, long options, long agents, long measures) {
        double problem = options * (2.0 * optionBytes(measures) + PRICING_AN_OPTION) + (double) units * BYTES_A_UNIT;
        double bands = (double) agents * measures;
        return problem + Math.min(LARGEST_FACTOR, bands * bands * Double.BYTES) + bands * 1_000;
    }

    static long optionBytes(long measures) {
        return Integer.BYTES + Long.BYTES + Long.BYTES * measures;
    }

    /** Refuses a problem that would run out of memory in the middle, before it starts. */
    public static void check(AssignmentProblem problem, long heap) {
        double need = bytes(problem.units(), problem.options(), problem.agents(), problem.measures());
        if (!fits(need, heap)) {
            throw tooLarge(problem.units(), problem.options(), need, heap);
        }
    }

    /** Whether so many bytes fit beside the program itself. */
    static boolean fits(double need, long heap) {
        return need <= USABLE * heap - PROGRAM;
    }

    /** The error of a problem that does not fit, with the heap that would do. */
    static RuntimeException tooLarge(long units, long options, double need, long heap) {
        return Problem.of(
                        ErrorCode.PLAN_TOO_LARGE,
                        "A problem of %,d units with %,d options is too large for this heap.".formatted(units, options))
                .because("it needs %d MB of memory or more, and the JVM may use %d MB"
                        .formatted((long) ((need + PROGRAM) / USABLE) >> 20, heap >> 20))
                .maybe(
                        ("give it more, with FAIRPATCH_JAVA_OPTS=-Xmx%dm before the command, or list fewer options for each"
                                        + " unit, for example its 30 nearest agents")
                                .formatted(((long) ((need + PROGRAM) * 1.5) >> 20) + 64))
                .exception();
    }
}
