package io.fairpatch.insight;

import io.fairpatch.model.AccountScore;
import io.fairpatch.model.TerritoryFields;
import io.fairpatch.model.Tier;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one account: its score with the reasons, its potential with the formula, what was assumed.
 *
 * @param owner name of the CRM owner
 * @param rep name of the territory's rep
 * @param territory what the org's territory fields hold now
 * @param place city, state and country, as far as known
 * @param earlier scorings before the last, newest first
 */
public record AccountSheet(
        String name,
        @Nullable String industry,
        @Nullable Integer employees,
        List<String> place,
        @Nullable String churnRisk,
        @Nullable String owner,
        @Nullable String rep,
        TerritoryFields territory,
        AccountScore score,
        List<Earlier> earlier) {
    public AccountSheet {
        place = List.copyOf(place);
        earlier = List.copyOf(earlier);
    }

    /** What an earlier scoring said, by which version of the rules. */
    public record Earlier(Instant scoredAt, int modelVersion, double score, Tier tier, long potentialCents) {}
}
