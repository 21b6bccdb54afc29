package io.fairpatch.insight;

import io.fairpatch.model.Grade;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import org.jspecify.annotations.Nullable;

/**
 * One account of the last scoring.
 *
 * @param territory as the org holds it now
 * @param rep name of the territory's rep
 * @param owner name of the CRM owner
 * @param score 0 to 100
 * @param mainReason the sentence of the part that gives the score most points
 */
public record AccountRow(
        SalesforceId id,
        String name,
        @Nullable String territory,
        @Nullable String rep,
        @Nullable String owner,
        boolean customer,
        double score,
        Tier tier,
        Grade grade,
        long potentialCents,
        String mainReason) {}
