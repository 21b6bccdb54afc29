package io.fairpatch.insight;

import io.fairpatch.model.AccountScore;
import io.fairpatch.model.TerritoryFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one account: its score with the reasons, its potential with the formula, what was assumed.
 *
 * @param owner name of the CRM owner
 * @param rep name of the territory's rep
 * @param territory what the org's territory fields hold now
 * @param place city, state and country, as far as known
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
        AccountScore score) {
    public AccountSheet {
        place = List.copyOf(place);
    }
}
