package io.fairpatch.doctor;

import io.fairpatch.config.FieldSource;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.org.FieldPath;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.ObjectSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
    private final List<FieldSource> needed;
    private final Function<String, Optional<ObjectSchema>> parents;

    /** @param parents objects that ours look up, as this user sees them */
    Mapped(MappingConfig mapping, String part, Function<String, Optional<ObjectSchema>> parents) {
        this.parents = parents;
        fields = switch (part) {
            case "account" -> mapping.account();
            case "opportunity" -> mapping.opportunity();
            default -> mapping.user();
        };
        needed = NEEDED.getOrDefault(part, Set.of()).stream()
                .flatMap(ours -> Stream.ofNullable(fields.get(ours)))
                .toList();
    }

    Set<String> names() {
        return fields.values().stream()
                .flatMap(source -> source.fields().stream())
                .collect(Collectors.toSet());
    }

    /** Those of {@code absent} without which nothing can be planned: nothing else stands in for them. */
    List<String> needed(Set<String> absent) {
        return needed.stream()
                .filter(source -> absent.containsAll(source.fields()))
                .flatMap(source -> source.fields().stream())
                .sorted()
                .toList();
    }

    /** Mapped names that describe doesn't show; may be changed by the caller. */
    TreeSet<String> absentFrom(ObjectSchema schema) {
        return names().stream()
                .filter(name -> FieldPath.of(schema, name, parents).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is of a type that we can't read, in words. */
    List<String> wrongTypes(ObjectSchema schema) {
        return fields.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof FieldSource.Field)
                .flatMap(entry -> entry.getValue().fields().stream()
                        .flatMap(name -> FieldPath.of(schema, name, parents).stream()
                                .map(FieldPath::field)
                                .filter(field -> !fits(entry.getKey(), field))
                                .map(field -> name + " (for " + entry.getKey() + ") is " + field.type())))
                .sorted()
                .toList();
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
