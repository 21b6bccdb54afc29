package io.fairpatch.plan.problem;

/** What a unit costs and weighs at a seat, for every pair of the problem. Implementations are thread-safe. */
public interface Pairs {
    /** Cost of a year's visits, cents. */
    long travelCents(int unit, int seat);

    /** What the seat fits the unit worse than the best seat does, cents a year. */
    long fitCents(int unit, int seat);

    /** Both together. */
    default long cents(int unit, int seat) {
        return travelCents(unit, seat) + fitCents(unit, seat);
    }

    /** A year's work, travel included, minutes. */
    long minutes(int unit, int seat);
}
