package io.fairpatch.plan.problem;

/** What is counted in a book. */
public enum Count {
    ACCOUNTS,
    TIER_1,
    TIER_2,
    TIER_3,
    CUSTOMERS,
    GROWTH,
    /** Enterprise companies. */
    COMPLEX,
    /** Steps of company size above the smallest: one for mid-market, two for enterprise. */
    SIZE;

    /** Whether a mix has it for books to learn on alone. */
    public boolean learning() {
        return this == ACCOUNTS || this == COMPLEX || this == SIZE;
    }
}
