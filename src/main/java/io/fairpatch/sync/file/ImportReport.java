package io.fairpatch.sync.file;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file's rows; they add up.
 *
 * @param dryRun whether nothing was changed
 * @param taken rows that were, or would be, taken in
 * @param unmatched rows about no record of the org
 * @param ambiguous rows that fit more than one record
 * @param refused rows with a value that does not fit
 * @param noted rows among those taken with a note in the result file: one that an earlier row is also about, or whose
 *     owner nobody is
 * @param later the day of the latest values of the same source that are there already, when it is after the file's: where
 *     both have a value those stand
 * @param sha256 of the file as it was read
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
        long noted,
        @Nullable LocalDate later,
        String sha256,
        String resultFile) {}
