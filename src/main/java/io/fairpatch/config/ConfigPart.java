package io.fairpatch.config;

import java.util.List;

/** One file of {@code connector-config/} and the record it becomes. */
public record ConfigPart<T>(String name, Class<T> type) {
    public static final ConfigPart<ConnectorConfig> CONNECTOR = new ConfigPart<>("connector", ConnectorConfig.class);
    public static final ConfigPart<MappingConfig> MAPPING = new ConfigPart<>("mapping", MappingConfig.class);
    public static final ConfigPart<ScoringConfig> SCORING = new ConfigPart<>("scoring", ScoringConfig.class);
    public static final ConfigPart<CoverageConfig> COVERAGE = new ConfigPart<>("coverage", CoverageConfig.class);
    public static final ConfigPart<PlanningConfig> PLANNING = new ConfigPart<>("planning", PlanningConfig.class);
    public static final ConfigPart<WritePolicyConfig> WRITE_POLICY =
            new ConfigPart<>("write-policy", WritePolicyConfig.class);
    public static final ConfigPart<CalendarConfig> CALENDAR = new ConfigPart<>("calendar", CalendarConfig.class);

    /** Every part, in the order a person would edit them. */
    public static final List<ConfigPart<?>> ALL =
            List.of(CONNECTOR, MAPPING, SCORING, COVERAGE, PLANNING, WRITE_POLICY, CALENDAR);

    public String fileName() {
        return name + ".yml";
    }

    public String schemaName() {
        return name + ".schema.json";
    }
}
