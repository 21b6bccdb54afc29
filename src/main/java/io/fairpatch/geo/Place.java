package io.fairpatch.geo;

/**
 * A postal code or a city. Text that is not known is empty.
 *
 * @param name the city
 * @param state two-letter code, US only
 * @param country ISO 3166 two-letter code
 * @param postalCode empty for a city
 * @param latitude WGS 84 degrees
 * @param longitude WGS 84 degrees
 * @param timeZone IANA name, US only
 * @param population people, 0 when not known
 */
public record Place(
        String name,
        String state,
        String country,
        String postalCode,
        double latitude,
        double longitude,
        String timeZone,
        int population) {}
