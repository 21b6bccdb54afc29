package io.fairpatch.review;

/**
 * Deals of an account that are not closed.
 *
 * @param count deals
 * @param cents their amounts together
 */
public record OpenDeals(int count, long cents) {
    public static final OpenDeals NONE = new OpenDeals(0, 0);

    /** These and one more. */
    public OpenDeals and(long amountCents) {
        return new OpenDeals(count + 1, cents + amountCents);
    }
}
