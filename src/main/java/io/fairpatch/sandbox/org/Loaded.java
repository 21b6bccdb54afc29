package io.fairpatch.sandbox.org;

import java.util.List;

/**
 * An org filled with the given data.
 *
 * @param unresolvedLookups lookups that named no given record
 * @param addedStages stages that opportunities used without being declared
 */
public record Loaded(Org org, String integrationUserId, int unresolvedLookups, List<String> addedStages) {}
