package io.fairpatch.sync.readiness;

import java.util.List;

/**
 * How good the copy of an org is.
 *
 * @param missing sentences: without this no plan is made; empty when a plan can be made
 * @param warnings sentences: a plan can be made, but is worth less
 * @param owners how accounts are owned
 * @param duplicates the largest groups
 * @param duplicateGroups how many groups there are in all
 * @param fields how well each field is filled
 * @param regions where accounts and potential are, most first
 * @param industries in which industry they are, most first
 * @param unplaced accounts whose place is unknown
 * @param unplacedSample names of some of them
 * @param refusedRows rows the last sync left out
 * @param notes what the last sync left out or mended, first come first
 */
public record ReadinessReport(
        List<String> missing,
        List<String> warnings,
        Owners owners,
        List<DuplicateGroup> duplicates,
        int duplicateGroups,
        List<FieldFill> fields,
        List<Share> regions,
        List<Share> industries,
        long unplaced,
        List<String> unplacedSample,
        long refusedRows,
        List<LeftOut> notes) {
    public ReadinessReport {
        missing = List.copyOf(missing);
        warnings = List.copyOf(warnings);
        duplicates = List.copyOf(duplicates);
        fields = List.copyOf(fields);
        regions = List.copyOf(regions);
        industries = List.copyOf(industries);
        unplacedSample = List.copyOf(unplacedSample);
        notes = List.copyOf(notes);
    }

    /** Whether a plan can be made. */
    public boolean ready() {
        return missing.isEmpty();
    }

    /**
     * Accounts by who owns them.
     *
     * @param nobody without an owner
     * @param inactive owned by somebody who can't sign in any more
     * @param unknown owned by a user whom we can't see
     */
    public record Owners(long accounts, long nobody, long inactive, long unknown) {}

    /**
     * What lies in one region or industry.
     *
     * @param potentialCents by the last scoring, 0 before the first
     */
    public record Share(String name, long accounts, long potentialCents) {}
}
