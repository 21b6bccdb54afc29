package io.fairpatch.config;

import java.util.Map;

/**
 * {@code mapping.yml}: our field name to the org's API name, per object. A mapped field that describe does not show is
 * left null, unless it is required.
 *
 * @param written the seven fields we write, our name to API name: territory, rep, assignedDate, score, tier, reason,
 *     commit
 */
public record MappingConfig(
        Map<String, String> account,
        Map<String, String> opportunity,
        Map<String, String> user,
        Map<String, String> written) {
    public MappingConfig {
        account = Map.copyOf(account);
        opportunity = Map.copyOf(opportunity);
        user = Map.copyOf(user);
        written = Map.copyOf(written);
    }
}
