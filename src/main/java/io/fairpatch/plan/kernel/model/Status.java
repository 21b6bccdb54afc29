package io.fairpatch.plan.kernel.model;

import java.util.Locale;

/** What is known about the answer. */
public enum Status {
    /** Every rule holds. */
    FEASIBLE,
    /** It is proven that no plan holds every rule. */
    INFEASIBLE,
    /** No plan was found, and no proof that there is none. */
    UNKNOWN;

    /** As written into answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
