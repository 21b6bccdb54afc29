package io.fairpatch.sync.file;

/**
 * What became of a file's rows; they add up.
 *
 * @param dryRun whether nothing was changed
 * @param taken rows that were, or would be, taken in
 * @param unmatched rows about no record of the org
 * @param ambiguous rows that fit more than one record
 * @param refused rows with a value that does not fit
 * @param resultFile one line a row, with its fate
 */
public record ImportReport(
        String kind,
        boolean dryRun,
        long rows,
        long taken,
        long unmatched,
        long ambiguous,
        long refused,
        String resultFile) {}
