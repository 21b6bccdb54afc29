package io.fairpatch.plan.problem;

/** Accounts that are counted in a book. */
public enum Count {
    ACCOUNTS,
    TIER_1,
    TIER_2,
    TIER_3,
    CUSTOMERS,
    GROWTH
}
