package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.insight.report.Choice;
import io.fairpatch.insight.report.Settings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Territories taken together: each alone, by manager, or by parent territory.
 *
 * @param capacity full reps behind it, by ramp stage
 * @param quotaCents sum of the reps' yearly quotas, null when none has one
 */
record Rollup(
        String key, String name, String rep, List<Territory> territories, double capacity, @Nullable Long quotaCents) {
    static final Choice BY = Choice.of("by", "By", "territory", "manager", "parent");

    Rollup {
        territories = List.copyOf(territories);
    }

    List<Entry> accounts() {
        return territories.stream()
                .flatMap(territory -> territory.accounts().stream())
                .toList();
    }

    long potential() {
        return territories.stream().mapToLong(Territory::potential).sum();
    }

    static List<Rollup> of(Landscape land, Settings settings) {
        return switch (settings.text("by")) {
            case "manager" -> grouped(land, territory -> land.manager(territory));
            case "parent" -> grouped(land, Rollup::parent);
            default ->
                land.territories().stream()
                        .map(territory -> rollup(
                                land, territory.key(), territory.name(), territory.repName(), List.of(territory)))
                        .toList();
        };
    }

    static Optional<Rollup> find(Landscape land, Settings settings, String key) {
        return of(land, settings).stream()
                .filter(rollup -> rollup.key().equals(key))
                .findFirst();
    }

    /**
     * The territory's name without its number, as territories are named "Texas 1", "Texas 2"; the region of most of its
     * potential where no name was written yet.
     */
    static String parent(Territory territory) {
        if (territory.written()) {
            return territory.name().replaceAll("\\s+\\d+$", "");
        }
        return territory.accounts().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.profile().region(), TreeMap::new, Collectors.summingLong(Entry::potential)))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("unknown");
    }

    private static List<Rollup> grouped(Landscape land, Function<Territory, String> by) {
        var groups = new TreeMap<String, List<Territory>>();
        for (Territory territory : land.territories()) {
            groups.computeIfAbsent(by.apply(territory), key -> new ArrayList<>())
                    .add(territory);
        }
        return groups.entrySet().stream()
                .map(group -> rollup(
                        land,
                        group.getKey(),
                        group.getKey(),
                        Say.count(
                                group.getValue().stream()
                                        .filter(Territory::staffed)
                                        .count(),
                                "rep",
                                "reps"),
                        group.getValue()))
                .sorted(Comparator.comparing(Rollup::name))
                .toList();
    }

    private static Rollup rollup(Landscape land, String key, String name, String rep, List<Territory> territories) {
        Long quota = null;
        for (Territory territory : territories) {
            Long part = territory.staffed() ? territory.quotaCents() : null;
            if (part != null) {
                quota = (quota == null ? 0 : quota) + part;
            }
        }
        return new Rollup(
                key,
                name,
                rep,
                territories,
                territories.stream().mapToDouble(land::capacity).sum(),
                quota);
    }
}
