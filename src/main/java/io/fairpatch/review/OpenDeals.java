package io.fairpatch.review;

import org.jspecify.annotations.Nullable;

/**
 * Deals of an account that are not closed, and who dealt with it.
 *
 * @param count open deals
 * @param cents their amounts together
 * @param engagement null when no deal tells
 */
public record OpenDeals(int count, long cents, @Nullable Engagement engagement) {
    public static final OpenDeals NONE = new OpenDeals(0, 0, null);

    /** These and one more. */
    public OpenDeals and(long amountCents) {
        return new OpenDeals(count + 1, cents + amountCents, engagement);
    }

    /** The same with who dealt with the account. */
    public OpenDeals of(@Nullable Engagement known) {
        return new OpenDeals(count, cents, known);
    }
}
