package io.fairpatch.plan.engine;

/**
 * Mixed-integer rounding of whole numbers (Nemhauser and Wolsey, A recursive procedure to generate all cuts for 0-1 mixed
 * integer programs, 1990), without fractions: with a step d and a rest f of it, 0 < f < d,
 *
 * <pre>F(w) = floor(w / d) (d - f) + max(0, w mod d - f)</pre>
 *
 * is superadditive, so that {@code sum w_j y_j <= b} with b mod d = f implies {@code sum F(w_j) y_j <= F(b)} for all whole
 * numbers y of 0 or more. Shares that are no whole numbers may break it.
 *
 * @param step d
 * @param rest f
 */
record MixedRounding(long step, long rest) {
    /** F(w), mostly less than w's part of the step would be. */
    long down(long weight) {
        return Math.floorDiv(weight, step) * (step - rest) + Math.max(0, Math.floorMod(weight, step) - rest);
    }

    /** -F(-w), not below {@link #down}. */
    long up(long weight) {
        return -down(-weight);
    }
}
