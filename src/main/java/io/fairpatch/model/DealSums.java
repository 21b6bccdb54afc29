package io.fairpatch.model;

/**
 * What the closed deals of an account come to; all that a score takes from them. Money in cents.
 *
 * @param deals closed in the window
 * @param wins won among them
 * @param valued won with an amount above 0
 * @param wonCents sum of those amounts
 * @param sumLog sum of their natural logarithms, each times {@value #GRAIN} and rounded, so that the order of deals changes
 *     nothing
 * @param sumLogSquared the same of the squares of the logarithms
 * @param wonLastYear won in the 12 months up to the window's end
 * @param wonYearBefore won in the 12 months before those
 */
public record DealSums(
        long deals,
        long wins,
        long valued,
        long wonCents,
        long sumLog,
        long sumLogSquared,
        long wonLastYear,
        long wonYearBefore) {
    public static final double GRAIN = 1e8;
    public static final DealSums NONE = new DealSums(0, 0, 0, 0, 0, 0, 0, 0);

    public DealSums plus(DealSums other) {
        return new DealSums(
                deals + other.deals,
                wins + other.wins,
                valued + other.valued,
                wonCents + other.wonCents,
                sumLog + other.sumLog,
                sumLogSquared + other.sumLogSquared,
                wonLastYear + other.wonLastYear,
                wonYearBefore + other.wonYearBefore);
    }
}
