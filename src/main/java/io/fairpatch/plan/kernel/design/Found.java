package io.fairpatch.plan.kernel.design;

import org.jspecify.annotations.Nullable;

/**
 * A drawing worth keeping: fewer broken territories first, then less violation, then less cost.
 *
 * @param broken territories in more than one piece where they must not be, or without area
 * @param violation of all bands together, in millionths
 */
record Found(int[] territory, int broken, long violation, double cost) {
    private static final double ROUNDING = 1e-12;

    static Found of(Drawing drawing) {
        return new Found(drawing.territories(), drawing.broken(), drawing.violation(), drawing.cost());
    }

    /** The better of a drawing and what was kept so far; what was kept when they are as good. */
    static Found better(@Nullable Found kept, Drawing drawing) {
        if (kept != null
                && kept.allowed()
                && (drawing.violation() > 0 || kept.cost <= drawing.cost() * (1 + ROUNDING))) {
            return kept;
        }
        var found = of(drawing);
        return kept != null && kept.beats(found) ? kept : found;
    }

    /** Whether this one is at least as good. */
    boolean beats(Found other) {
        if (broken != other.broken) {
            return broken < other.broken;
        }
        return violation != other.violation ? violation < other.violation : cost <= other.cost * (1 + ROUNDING);
    }

    /** Whether every rule holds. */
    boolean allowed() {
        return broken == 0 && violation == 0;
    }
}
