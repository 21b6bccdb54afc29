package io.fairpatch.geo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Borders as closed lines of longitude and latitude in degrees. Sources stand in SOURCES.md. */
public final class Outlines {
    private Outlines() {}

    /** The states of the United States. */
    public static List<List<double[]>> states() {
        return read("us-states.geojson");
    }

    /** The countries of the world. */
    public static List<List<double[]>> countries() {
        return read("world-countries.geojson");
    }

    private static List<List<double[]>> read(String name) {
        try (InputStream in = Outlines.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The file " + name + " is missing from the class path");
            }
            var rings = new ArrayList<List<double[]>>();
            for (JsonNode feature : new ObjectMapper().readTree(in).path("features")) {
                collect(feature.path("geometry").path("coordinates"), rings);
            }
            return rings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A ring is a list of pairs; polygons and multipolygons nest rings one and two levels deep. */
    private static void collect(JsonNode node, List<List<double[]>> rings) {
        if (node.path(0).path(0).isNumber()) {
            var ring = new ArrayList<double[]>();
            node.forEach(pair ->
                    ring.add(new double[] {pair.get(0).asDouble(), pair.get(1).asDouble()}));
            rings.add(ring);
        } else {
            node.forEach(inner -> collect(inner, rings));
        }
    }
}
