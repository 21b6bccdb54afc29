package io.fairpatch.plan.solve;

import com.fasterxml.jackson.core.JsonToken;
import io.fairpatch.plan.kernel.model.Scale;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one area of a design problem. */
final class AreaReader {
    private final Cursor cursor;
    private final Map<String, Long> loads = new HashMap<>();
    private @Nullable String id;
    private @Nullable Double x;
    private @Nullable Double y;
    private int fixed = -1;

    private AreaReader(Cursor cursor) {
        this.cursor = cursor;
    }

    /**
     * An area as read, its loads in millionths.
     *
     * @param fixed the territory's index, or -1
     */
    record Area(String id, double x, double y, Map<String, Long> loads, int fixed, String path) {}

    static Area read(Cursor cursor) throws IOException {
        var reader = new AreaReader(cursor);
        cursor.objectHere(reader::key);
        return reader.area(cursor.path());
    }

    private void key(String key) throws IOException {
        switch (key) {
            case "id" -> id = cursor.text();
            case "x" -> x = cursor.place();
            case "y" -> y = cursor.place();
            case "loads" -> cursor.object(measure -> loads.put(measure, cursor.number()));
            case "fixed" -> fixed = fixed();
            default -> throw Faults.unknownKey(cursor.json(), key, "id, x, y, loads, fixed");
        }
    }

    private int fixed() throws IOException {
        if (cursor.json().nextToken() == JsonToken.VALUE_NULL) {
            return -1;
        }
        long millionths = Decimals.read(cursor.json());
        if (millionths < 0 || millionths % Scale.ONE != 0 || millionths > 1_000_000 * Scale.ONE) {
            throw Faults.at(cursor.json(), "%s is no index of a territory.".formatted(Scale.text(millionths)))
                    .maybe("give a whole number from 0, or null")
                    .exception();
        }
        return (int) (millionths / Scale.ONE);
    }

    private Area area(String path) {
        if (id == null) {
            throw Faults.missing(path, "id");
        }
        if (x == null) {
            throw Faults.missing(path, "x");
        }
        if (y == null) {
            throw Faults.missing(path, "y");
        }
        return new Area(id, x, y, loads, fixed, path);
    }
}
