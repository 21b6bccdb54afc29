package io.fairpatch.model;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A file that was taken in.
 *
 * @param taken rows of it that were
 */
public record ImportedFile(
        String kind, String file, String source, LocalDate asOf, String person, Instant importedAt, long taken) {}
