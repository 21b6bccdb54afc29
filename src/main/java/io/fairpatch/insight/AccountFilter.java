package io.fairpatch.insight;

import io.fairpatch.model.Grade;
import io.fairpatch.model.Tier;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts: null is any.
 *
 * @param text found in the account's name, id, territory, rep or owner; case does not matter
 */
public record AccountFilter(@Nullable String text, @Nullable Tier tier, @Nullable Grade grade, Kind kind) {
    public static final AccountFilter ALL = new AccountFilter(null, null, null, Kind.ALL);

    /** Customers, or who could become one. */
    public enum Kind {
        ALL,
        CUSTOMERS,
        /** No customers, and nobody who lost us a deal and has none open. */
        NEW_BUSINESS
    }

    /** Whether anything is left out. */
    public boolean any() {
        return !equals(ALL);
    }
}
