package io.fairpatch.config;

/** All of {@code connector-config/}, checked. Immutable. */
public record FairpatchConfig(
        ConnectorConfig connector,
        MappingConfig mapping,
        ScoringConfig scoring,
        CoverageConfig coverage,
        PlanningConfig planning,
        WritePolicyConfig writePolicy,
        CalendarConfig calendar) {}
