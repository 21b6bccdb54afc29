package io.fairpatch.sandbox.org;

import java.time.LocalDate;
import java.util.List;

/**
 * An org filled with the given data.
 *
 * @param unresolvedLookups lookups that named no given record
 * @param addedStages stages that opportunities used without being declared
 * @param undated open opportunities that came without a close date
 * @param dated the close date that they got
 */
public record Loaded(
        Org org,
        String integrationUserId,
        int unresolvedLookups,
        List<String> addedStages,
        int undated,
        LocalDate dated) {}
