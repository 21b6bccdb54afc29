package io.fairpatch.plan.solve;

import com.fasterxml.jackson.core.JsonToken;
import io.fairpatch.plan.kernel.design.DesignProblem;
import io.fairpatch.plan.kernel.design.Distances;
import io.fairpatch.plan.kernel.design.Neighbours;
import io.fairpatch.plan.kernel.model.Scale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a design problem; the keys may come in any order, so edges are kept until all areas are known. */
final class DesignReader {
    private static final String KEYS = "design, areas, edges";
    private static final double MOST_NORTH = 90;
    /** So far below the largest double that no sum of costs gets there. */
    private static final double MOST_COST = 1e300;

    private final Map<String, Integer> index = new HashMap<>();
    private final List<AreaReader.Area> areas = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final Map<String, BandReader.Ends> bands = new LinkedHashMap<>();
    private long territories;
    private boolean contiguous = true;
    private boolean greatCircle;
    private double power = 1;
    private @Nullable String weight;
    private boolean designRead;

    private record Edge(String from, String to, String path) {}

    static DesignProblem read(Path file) {
        var reader = new DesignReader();
        Cursor.over(file, reader::file);
        if (!reader.designRead) {
            throw Faults.missing("$", "design");
        }
        if (reader.areas.isEmpty()) {
            throw Faults.at("$.areas", "There are no areas to draw territories from.")
                    .maybe("list them under \"areas\"")
                    .exception();
        }
        return reader.problem();
    }

    private void file(Cursor cursor) throws IOException {
        cursor.object(key -> {
            switch (key) {
                case "design" -> readDesign(cursor);
                case "areas" -> cursor.list(i -> readArea(cursor));
                case "edges" -> cursor.list(i -> readEdge(cursor));
                default -> throw Faults.unknownKey(cursor.json(), key, KEYS);
            }
        });
        cursor.end();
    }

    private void readDesign(Cursor cursor) throws IOException {
        designRead = true;
        cursor.object(key -> {
            switch (key) {
                case "territories" -> territories = count(cursor);
                case "contiguous" -> contiguous = cursor.truth();
                case "cost" -> cursor.object(costKey -> readCost(cursor, costKey));
                case "bands" -> cursor.object(measure -> bands.put(measure, BandReader.read(cursor)));
                default -> throw Faults.unknownKey(cursor.json(), key, "territories, contiguous, cost, bands");
            }
        });
        if (territories == 0) {
            throw Faults.missing(cursor.path(), "territories");
        }
    }

    private static long count(Cursor cursor) throws IOException {
        long millionths = cursor.number();
        if (millionths % Scale.ONE != 0 || millionths <= 0 || millionths > 100_000 * Scale.ONE) {
            throw Faults.at(cursor.json(), "%s is no number of territories.".formatted(Scale.text(millionths)))
                    .maybe("give a whole number from 1 to 100000")
                    .exception();
        }
        return millionths / Scale.ONE;
    }

    private void readCost(Cursor cursor, String key) throws IOException {
        switch (key) {
            case "distance" -> greatCircle = greatCircle(cursor);
            case "power" -> power = power(cursor);
            case "weight" -> weight = cursor.json().nextToken() == JsonToken.VALUE_NULL ? null : cursor.textHere();
            default -> throw Faults.unknownKey(cursor.json(), key, "distance, power, weight");
        }
    }

    private static boolean greatCircle(Cursor cursor) throws IOException {
        String kind = cursor.text();
        if (!kind.equals("euclidean") && !kind.equals("greatcircle")) {
            throw Faults.at(cursor.json(), "There is no distance \"%s\".".formatted(kind))
                    .maybe("use \"euclidean\" or \"greatcircle\"")
                    .exception();
        }
        return kind.equals("greatcircle");
    }

    private static double power(Cursor cursor) throws IOException {
        long millionths = cursor.number();
        if (millionths <= 0) {
            throw Faults.at(cursor.json(), "The power %s is not above 0.".formatted(Scale.text(millionths)))
                    .maybe("use 1 for distance or 2 for its square")
                    .exception();
        }
        return millionths / (double) Scale.ONE;
    }

    private void readArea(Cursor cursor) throws IOException {
        var area = AreaReader.read(cursor);
        if (index.putIfAbsent(area.id(), areas.size()) != null) {
            throw Faults.at(cursor.json(), "The area \"%s\" appears twice.".formatted(area.id()))
                    .maybe("give each area its own id")
                    .exception();
        }
        areas.add(area);
    }

    private void readEdge(Cursor cursor) throws IOException {
        if (cursor.json().currentToken() != JsonToken.START_ARRAY) {
            throw Faults.type(cursor.json(), "a pair of area ids such as [\"z1\", \"z2\"]");
        }
        String from = cursor.text();
        String to = cursor.text();
        if (cursor.json().nextToken() != JsonToken.END_ARRAY) {
            throw Faults.type(cursor.json(), "the end of a pair of area ids");
        }
        edges.add(new Edge(from, to, cursor.path()));
    }

    private DesignProblem problem() {
        int n = areas.size();
        var measures = List.copyOf(bands.keySet());
        long[] loads = new long[n * measures.size()];
        int[] fixed = new int[n];
        for (int a = 0; a < n; a++) {
            fixed[a] = fixed(areas.get(a));
            for (int k = 0; k < measures.size(); k++) {
                loads[a * measures.size() + k] = areas.get(a).loads().getOrDefault(measures.get(k), 0L);
            }
        }
        checkSums(loads, measures);
        return new DesignProblem(
                areas.stream().map(AreaReader.Area::id).toList(),
                measures,
                (int) territories,
                contiguous,
                distances(),
                Neighbours.of(n, pairs()),
                loads,
                bands.values().stream().mapToLong(BandReader.Ends::low).toArray(),
                bands.values().stream().mapToLong(BandReader.Ends::high).toArray(),
                fixed);
    }

    private static void checkSums(long[] loads, List<String> measures) {
        double[] sum = new double[measures.size()];
        for (int at = 0; at < loads.length; at++) {
            sum[at % sum.length] += Math.abs((double) loads[at]);
            if (sum[at % sum.length] > 4e18) {
                throw Faults.at(
                                "$.areas",
                                "The loads of %s add up to more than 4e12.".formatted(measures.get(at % sum.length)))
                        .maybe("use a larger unit, for example thousands")
                        .exception();
            }
        }
    }

    /** Degrees north of a pole are most often longitudes: nothing of what they give would be a distance. */
    private void checkLatitudes() {
        for (var area : areas) {
            if (greatCircle && Math.abs(area.y()) > MOST_NORTH) {
                throw Faults.at(
                                area.path() + ".y",
                                "The latitude %s of area \"%s\" is not between -90 and 90."
                                        .formatted(area.y(), area.id()))
                        .maybe("x and y are swapped: x is the longitude, y the latitude, both in degrees")
                        .exception();
            }
        }
    }

    private Distances distances() {
        checkLatitudes();
        double[] x = areas.stream().mapToDouble(AreaReader.Area::x).toArray();
        double[] y = areas.stream().mapToDouble(AreaReader.Area::y).toArray();
        String measure = weight;
        double[] weights = areas.stream()
                .mapToDouble(a -> measure == null ? 1 : a.loads().getOrDefault(measure, 0L) / (double) Scale.ONE)
                .toArray();
        var distances = new Distances(x, y, weights, greatCircle, power);
        if (!(distances.most() <= MOST_COST)) {
            throw Faults.at("$.design.cost.power", "With the power %s the costs may pass any number.".formatted(power))
                    .because("the areas lie far apart, and no cost may pass " + MOST_COST)
                    .maybe("use 1 for distance or 2 for its square")
                    .exception();
        }
        return distances;
    }

    private int fixed(AreaReader.Area area) {
        if (area.fixed() >= territories) {
            throw Faults.at(
                            area.path() + ".fixed",
                            "Area \"%s\" is fixed to territory %d of %d."
                                    .formatted(area.id(), area.fixed(), territories))
                    .maybe("territories are counted from 0")
                    .exception();
        }
        return area.fixed();
    }

    private List<int[]> pairs() {
        List<int[]> pairs = new ArrayList<>();
        for (var edge : edges) {
            int from = area(edge.from(), edge.path());
            int to = area(edge.to(), edge.path());
            if (from != to) {
                pairs.add(new int[] {from, to});
            }
        }
        return pairs;
    }

    private int area(String id, String path) {
        Integer at = index.get(id);
        if (at == null) {
            throw Faults.at(path, "There is no area \"%s\".".formatted(id))
                    .maybe("add it to \"areas\", or check its spelling")
                    .exception();
        }
        return at;
    }
}
