package io.fairpatch.config;

import io.fairpatch.model.SizeClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a segment is covered, one of {@code models} of {@code coverage.yml}.
 *
 * @param segment company size it is for
 * @param roles sales roles that staff it
 * @param visits a year, for one account
 * @param channel how it is sold to
 * @param accountShare share of a rep's time for accounts held; the rest is prospecting
 * @param accountsPerRep usual size of a book
 * @param alternative another way to staff the same segment, left out of sums
 */
public record CoverageModel(
        SizeClass segment,
        String name,
        List<String> roles,
        Range visits,
        String channel,
        double accountShare,
        Range accountsPerRep,
        Goals goals,
        boolean alternative) {
    public CoverageModel {
        roles = List.copyOf(roles);
        Checks.between("models.accountShare", accountShare, 0, 1);
    }

    /** Both included. */
    public record Range(double from, double to) {
        public Range {
            Checks.between("from", from, 0, to);
        }
    }

    /**
     * Goals a year as shares; null where the segment has none.
     *
     * @param expansion growth of what customers buy, at least
     * @param churn customers lost, less than
     * @param renewal customers kept, at least
     * @param newBusiness share of won amounts from new customers, at least
     */
    public record Goals(
            @Nullable Double expansion,
            @Nullable Double churn,
            @Nullable Double renewal,
            @Nullable Double newBusiness) {}
}
