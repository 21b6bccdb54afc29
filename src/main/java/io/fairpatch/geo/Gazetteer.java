package io.fairpatch.geo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds US postal codes, and cities above 15,000 people everywhere, without a network. Immutable and safe for threads;
 * read once, on first use (about 0.2 s and 15 MB). Postal codes: SimpleMaps.com, CC BY 4.0. Cities: GeoNames.org, CC
 * BY 4.0.
 */
public final class Gazetteer {
    private final List<Place> postalCodes;
    private final Map<String, Place> byPostalCode = new HashMap<>();
    private final Map<String, Place> byCity = new HashMap<>();
    private final PlaceNames names;
    private final TimeZones timeZones;

    private Gazetteer(PlaceFiles files) {
        names = new PlaceNames(files.usStates(), files.countryNames());
        timeZones = new TimeZones(files.timeZones());
        postalCodes = files.usPostalCodes();
        for (Place place : postalCodes) {
            byPostalCode.put(place.postalCode(), place);
        }
        for (Place city : usCities()) {
            largestWins(key(city.country(), city.state(), city.name()), city);
            largestWins(key(city.country(), "", city.name()), city);
        }
        for (Place city : files.worldCities()) {
            if (!byCity.containsKey(key(PlaceNames.US, "", city.name()))
                    || !city.country().equals(PlaceNames.US)) {
                largestWins(key(city.country(), "", city.name()), city);
            }
        }
        for (var other : files.cityNames()) {
            byCity.putIfAbsent(
                    key(other.country(), "", other.name()), byCity.get(key(other.country(), "", other.here())));
        }
    }

    /** The one gazetteer. */
    public static Gazetteer get() {
        return Lazily.READ;
    }

    /**
     * The centre of a postal code; only US codes are known.
     *
     * @param country code or name in any spelling, English or not; null or blank is the US
     * @param code five digits, with or without the four behind; a lost leading zero is put back
     */
    public Optional<Place> postalCode(@Nullable String country, String code) {
        if (!names.country(country).equals(PlaceNames.US)) {
            return Optional.empty();
        }
        String digits = code.strip().split("[- ]", 2)[0];
        return Optional.ofNullable(byPostalCode.get("0".repeat(Math.max(0, 5 - digits.length())) + digits));
    }

    /**
     * The centre of a city; of several with that name the largest.
     *
     * @param country code or name in any spelling, English or not; null or blank is the US
     * @param state US state, code or name; null or blank looks in all; ignored outside the US
     */
    public Optional<Place> city(@Nullable String country, @Nullable String state, String name) {
        String code = names.country(country);
        String within = code.equals(PlaceNames.US) ? names.state(state) : "";
        return Optional.ofNullable(byCity.get(key(code, within, name)));
    }

    /**
     * The IANA time zone of a point in a country; empty for a country that is none.
     *
     * @param country as {@link #countryCode} gives it
     */
    public Optional<String> timeZone(String country, double latitude, double longitude) {
        return timeZones.at(country, latitude, longitude);
    }

    /** The two-letter code of a country in any spelling; the US for a blank, the text itself for one that is none. */
    public String countryCode(@Nullable String country) {
        return names.country(country);
    }

    /** Whether this is a US state, by code or name. */
    public boolean isUsState(String state) {
        return names.isUsState(state);
    }

    /** All US postal codes, by code. */
    public List<Place> usPostalCodes() {
        return postalCodes;
    }

    /** Cities put together from their postal codes: people added up, the centre weighted by them. */
    private List<Place> usCities() {
        var codesByCity = new HashMap<String, List<Place>>();
        for (Place place : postalCodes) {
            codesByCity
                    .computeIfAbsent(key(place.country(), place.state(), place.name()), key -> new ArrayList<>(1))
                    .add(place);
        }
        return codesByCity.values().stream().map(Gazetteer::centre).toList();
    }

    private static Place centre(List<Place> codes) {
        Place first = codes.get(0);
        double weight = 0;
        double latitude = 0;
        double longitude = 0;
        int population = 0;
        for (Place code : codes) {
            // a code without people (an office tower) still counts a little, so that a city of them has a centre
            double share = code.population() + 1.0;
            weight += share;
            latitude += share * code.latitude();
            longitude += share * code.longitude();
            population += code.population();
        }
        return new Place(
                first.name(),
                first.state(),
                first.country(),
                "",
                latitude / weight,
                longitude / weight,
                first.timeZone(),
                population);
    }

    private void largestWins(String key, Place city) {
        byCity.merge(key, city, (held, other) -> other.population() > held.population() ? other : held);
    }

    private static String key(String country, String state, String name) {
        return country + '|' + state + '|' + PlaceNames.city(name);
    }

    private static final class Lazily {
        private static final Gazetteer READ = new Gazetteer(new PlaceFiles());
    }
}
