package io.fairpatch.doctor;

import io.fairpatch.config.FieldSource;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.ObjectSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One part of mapping.yml against the org: what must be there, and of which type. */
final class Mapped {
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "account", Set.of("name", "ownerId"),
            "opportunity", Set.of("ownerId", "stage", "closeDate", "closed", "won"),
            "user", Set.of("name", "active"));

    private static final Set<String> NUMBERS = Set.of("double", "currency", "percent", "int", "long");
    private static final Set<String> NUMERIC = Set.of(
            "employees",
            "companyRevenue",
            "currentRevenue",
            "expansion",
            "latitude",
            "longitude",
            "intent",
            "headcountGrowth",
            "amount",
            "quota");
    private static final Set<String> BOOLEAN = Set.of("namedAccount", "strategic", "closed", "won", "active");
    private static final Set<String> DAYS = Set.of("closeDate", "createdDate", "tenureStart");
    private static final Set<String> LOOKUPS = Set.of("ownerId", "parentId", "accountId", "managerId");

    private final Map<String, FieldSource> fields;
    private final Set<String> needed;

    Mapped(MappingConfig mapping, String part) {
        fields = switch (part) {
            case "account" -> mapping.account();
            case "opportunity" -> mapping.opportunity();
            default -> mapping.user();
        };
        needed = NEEDED.getOrDefault(part, Set.of()).stream()
                .flatMap(ours -> Stream.ofNullable(fields.get(ours)))
                .flatMap(Mapped::here)
                .collect(Collectors.toSet());
    }

    Set<String> names() {
        return fields.values().stream().flatMap(Mapped::here).collect(Collectors.toSet());
    }

    /** Whether nothing can be planned without the field. */
    boolean needed(String apiName) {
        return needed.contains(apiName);
    }

    /** Mapped names that describe doesn't show; may be changed by the caller. */
    TreeSet<String> absentFrom(ObjectSchema schema) {
        return names().stream().filter(name -> !schema.has(name)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is of a type that we can't read, in words. */
    List<String> wrongTypes(ObjectSchema schema) {
        return fields.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof FieldSource.Field)
                .flatMap(entry -> here(entry.getValue())
                        .flatMap(name -> schema.field(name).stream())
                        .filter(field -> !fits(entry.getKey(), field))
                        .map(field -> field.name() + " (for " + entry.getKey() + ") is " + field.type()))
                .sorted()
                .toList();
    }

    /** The fields of the object itself that a source reads; one of a looked-up record belongs to another object. */
    private static Stream<String> here(FieldSource source) {
        return source.fields().stream().filter(name -> !name.contains("."));
    }

    private static boolean fits(String ours, FieldSchema field) {
        var type = field.type();
        if (NUMERIC.contains(ours)) {
            return NUMBERS.contains(type);
        }
        if (BOOLEAN.contains(ours)) {
            return type.equals("boolean");
        }
        if (DAYS.contains(ours)) {
            return type.equals("date") || type.equals("datetime");
        }
        return LOOKUPS.contains(ours) ? type.equals("reference") : field.bulkReadable();
    }
}
