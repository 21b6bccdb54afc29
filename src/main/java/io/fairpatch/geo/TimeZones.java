package io.fairpatch.geo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The time zone of a place: of its country's zones the one whose name-giving city is nearest. Exact in countries of one
 * zone; along a border between zones it may be the neighbour's. Zones: tz database, public domain.
 */
final class TimeZones {
    /** A zone with its name-giving place. */
    record Zone(String country, double latitude, double longitude, String name) {}

    private final Map<String, List<Zone>> byCountry = new HashMap<>();

    TimeZones(List<Zone> zones) {
        zones.forEach(zone -> byCountry
                .computeIfAbsent(zone.country(), code -> new ArrayList<>(1))
                .add(zone));
    }

    /** @param country two-letter code */
    Optional<String> at(String country, double latitude, double longitude) {
        Zone nearest = null;
        double least = Double.MAX_VALUE;
        double narrow = Math.cos(Math.toRadians(latitude));
        for (var zone : byCountry.getOrDefault(country, List.of())) {
            double east = (zone.longitude() - longitude) * narrow;
            double north = zone.latitude() - latitude;
            double distance = east * east + north * north;
            if (distance < least) {
                least = distance;
                nearest = zone;
            }
        }
        return Optional.ofNullable(nearest).map(Zone::name);
    }
}
