package io.fairpatch.geo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Reads the files beside this class. Names that repeat are kept once. */
final class PlaceFiles {
    private final Map<String, String> kept = new HashMap<>();

    List<Place> usPostalCodes() {
        return rows(
                "us-postal-codes.csv",
                row -> new Place(
                        once(row.getField("city")),
                        once(row.getField("state")),
                        PlaceNames.US,
                        row.getField("postal_code"),
                        Double.parseDouble(row.getField("latitude")),
                        Double.parseDouble(row.getField("longitude")),
                        once(row.getField("time_zone")),
                        population(row.getField("population"))));
    }

    List<Place> worldCities() {
        return rows(
                "world-cities.csv",
                row -> new Place(
                        once(row.getField("name")),
                        "",
                        once(row.getField("country")),
                        "",
                        Double.parseDouble(row.getField("latitude")),
                        Double.parseDouble(row.getField("longitude")),
                        "",
                        population(row.getField("population"))));
    }

    List<TimeZones.Zone> timeZones() {
        return rows(
                "time-zones.csv",
                row -> new TimeZones.Zone(
                        once(row.getField("country")),
                        Double.parseDouble(row.getField("latitude")),
                        Double.parseDouble(row.getField("longitude")),
                        row.getField("zone")));
    }

    /** Names of the US states by two-letter code. */
    Map<String, String> usStates() {
        var names = new HashMap<String, String>();
        rows("us-states.csv", row -> names.put(row.getField("code"), row.getField("name")) == null);
        return names;
    }

    /** Two-letter codes of countries by names that Java does not know. */
    Map<String, String> countryNames() {
        var codes = new HashMap<String, String>();
        rows("country-names.csv", row -> codes.put(row.getField("name"), row.getField("code")) == null);
        return codes;
    }

    /** What cities of {@link #worldCities()} are called too. */
    List<OtherName> cityNames() {
        return rows(
                "city-names.csv",
                row -> new OtherName(row.getField("name"), row.getField("country"), row.getField("here")));
    }

    /** A name of a city, and how it is called here. */
    record OtherName(String name, String country, String here) {}

    private String once(String text) {
        return kept.computeIfAbsent(text, key -> key);
    }

    private static int population(String text) {
        return text.isEmpty() ? 0 : (int) Double.parseDouble(text);
    }

    private static <T> List<T> rows(String file, Function<NamedCsvRecord, T> row) {
        try (InputStream in = Objects.requireNonNull(PlaceFiles.class.getResourceAsStream(file), file);
                var reader = CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
            return reader.stream().map(row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
