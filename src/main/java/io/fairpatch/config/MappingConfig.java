package io.fairpatch.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code mapping.yml}: our field names and where their values come from, per object. A mapped field that describe does
 * not show is left null, unless it is required.
 *
 * @param written the seven fields we write, our name to API name: territory, rep, assignedDate, score, tier, reason,
 *     commit
 * @param scope which accounts are copied
 * @param readiness how well fields must be filled
 */
public record MappingConfig(
        Map<String, FieldSource> account,
        Map<String, FieldSource> opportunity,
        Map<String, FieldSource> user,
        Map<String, String> written,
        Scope scope,
        Thresholds readiness) {
    public MappingConfig(
            Map<String, FieldSource> account,
            Map<String, FieldSource> opportunity,
            Map<String, FieldSource> user,
            Map<String, String> written,
            @Nullable Scope scope,
            @Nullable Thresholds readiness) {
        this.account = Map.copyOf(account);
        this.opportunity = Map.copyOf(opportunity);
        this.user = Map.copyOf(user);
        this.written = Map.copyOf(written);
        this.scope = scope == null ? Scope.ALL : scope;
        this.readiness = readiness == null ? Thresholds.NONE : readiness;
    }

    /**
     * How well a field of accounts must be filled, in percent, by column.
     *
     * @param warnBelow less is a warning
     * @param stopBelow with less no plan is made
     */
    public record Thresholds(Map<String, Double> warnBelow, Map<String, Double> stopBelow) {
        public static final Thresholds NONE = new Thresholds(Map.of(), Map.of());

        public Thresholds {
            warnBelow = Map.copyOf(warnBelow);
            stopBelow = Map.copyOf(stopBelow);
        }
    }

    /**
     * Which accounts are copied.
     *
     * @param recordTypes only accounts whose {@code recordType} is one of these; empty takes all
     * @param personAccounts whether single people that are accounts are copied
     */
    public record Scope(List<String> recordTypes, boolean personAccounts) {
        public static final Scope ALL = new Scope(List.of(), true);

        public Scope {
            recordTypes = List.copyOf(recordTypes);
        }
    }
}
