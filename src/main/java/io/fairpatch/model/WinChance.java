package io.fairpatch.model;

import java.util.List;
import java.util.Objects;

/**
 * How likely a deal with an account is won, and what it is worth then.
 *
 * @param probability 0 to 1
 * @param low 5th percentile of what the probability may be
 * @param high 95th percentile: between the two lies 90 % of it
 * @param deals closed deals of the account's own segment
 * @param ownShare share of the estimate that comes from those, 0 to 1; the rest comes from the larger segment
 * @param basis the segment, in words
 * @param wonCents value of a won deal in this segment, cents
 * @param reasons parts of the log-odds, which add up to those of the probability; empty where the rules said it
 */
public record WinChance(
        double probability,
        double low,
        double high,
        int deals,
        double ownShare,
        String basis,
        long wonCents,
        List<Reason> reasons) {
    public WinChance {
        // a chance that was kept before there were reasons has none
        reasons = List.copyOf(Objects.requireNonNullElse(reasons, List.of()));
    }

    /** By the rules. */
    public WinChance(
            double probability, double low, double high, int deals, double ownShare, String basis, long wonCents) {
        this(probability, low, high, deals, ownShare, basis, wonCents, List.of());
    }

    /** Whether a learned model said it. */
    public boolean learned() {
        return !reasons.isEmpty();
    }
}
