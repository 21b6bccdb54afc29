package io.fairpatch.sync;

import io.fairpatch.geo.Gazetteer;
import io.fairpatch.geo.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the record of the current row is: as the row says, else by postal code, else by city. For one thread. */
public final class Whereabouts {
    private final Gazetteer gazetteer;
    private final int latitude;
    private final int longitude;
    private final int country;
    private final int state;
    private final int city;
    private final int postalCode;

    /** By country as the org spells it: reading a name is slow, and there are few. */
    private final Map<String, String> codes = new HashMap<>();

    private boolean known;
    private double latitudeHere;
    private double longitudeHere;
    private @Nullable String countryHere;
    private String zoneHere = "";

    /** @param columns the table's columns, in which ours are looked up once */
    public Whereabouts(Gazetteer gazetteer, List<String> columns) {
        this.gazetteer = gazetteer;
        this.latitude = columns.indexOf("latitude");
        this.longitude = columns.indexOf("longitude");
        this.country = columns.indexOf("country");
        this.state = columns.indexOf("state");
        this.city = columns.indexOf("city");
        this.postalCode = Math.max(columns.indexOf("postal_code"), columns.indexOf("home_postal_code"));
    }

    /** Turns to a row, given the values in the order of the table's columns. */
    public void at(String[] values) {
        if (latitude < 0) {
            return;
        }
        String stateHere = value(values, state);
        countryHere = value(values, country);
        zoneHere = "";
        if (countryHere.isEmpty() && !stateHere.isEmpty() && gazetteer.isUsState(stateHere)) {
            countryHere = "US";
        }
        known = given(value(values, latitude), value(values, longitude))
                || found(value(values, postalCode), stateHere, value(values, city));
    }

    /** Whether a place was found. */
    public boolean known() {
        return known;
    }

    /** WGS 84 degrees, when known. */
    public double latitude() {
        return latitudeHere;
    }

    /** WGS 84 degrees, when known. */
    public double longitude() {
        return longitudeHere;
    }

    /** The country; US where only a US state is given; empty when unknown. */
    String country() {
        return countryHere == null ? "" : countryHere;
    }

    /** The zone of the place, empty when the place is unknown. */
    public String timeZone() {
        if (!known || !zoneHere.isEmpty()) {
            return known ? zoneHere : "";
        }
        var code = codes.computeIfAbsent(country(), gazetteer::countryCode);
        return gazetteer.timeZone(code, latitudeHere, longitudeHere).orElse("");
    }

    private boolean given(String latitudeText, String longitudeText) {
        if (latitudeText.isEmpty() || longitudeText.isEmpty()) {
            return false;
        }
        latitudeHere = Numbers.number(latitudeText);
        longitudeHere = Numbers.number(longitudeText);
        return Math.abs(latitudeHere) <= 90 && Math.abs(longitudeHere) <= 180;
    }

    private boolean found(String code, String stateHere, String cityHere) {
        Optional<Place> place = code.isEmpty() ? Optional.empty() : gazetteer.postalCode(countryHere, code);
        if (place.isEmpty() && !cityHere.isEmpty()) {
            place = gazetteer.city(countryHere, stateHere, cityHere);
        }
        place.ifPresent(centre -> {
            latitudeHere = centre.latitude();
            longitudeHere = centre.longitude();
            zoneHere = centre.timeZone();
        });
        return place.isPresent();
    }

    private static String value(String[] values, int column) {
        return column < 0 ? "" : values[column];
    }
}
