package io.fairpatch.sandbox.org;

import java.util.HashMap;
import java.util.Map;

/** Keeps one copy of values that many records share, so that a million records fit in memory. */
final class Pool {
    private static final int LONGEST_TEXT = 40;
    private static final int MOST_VALUES = 200_000;

    private final Map<Object, Object> values = new HashMap<>();

    Object share(Object value) {
        if (value instanceof String text && text.length() > LONGEST_TEXT) {
            return value;
        }
        var known = values.get(value);
        if (known != null) {
            return known;
        }
        if (values.size() < MOST_VALUES) {
            values.put(value, value);
        }
        return value;
    }
}
