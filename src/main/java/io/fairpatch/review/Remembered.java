package io.fairpatch.review;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What was read under a key that names its state, such as a revision: under such a key nothing ever changes, so that it
 * need not be read twice. Keeps the last used. Thread-safe; two threads that miss at once both read.
 */
final class Remembered<K, V> {
    private final Map<K, V> kept;

    /** @param most entries that are kept */
    Remembered(int most) {
        kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    V get(K key, Supplier<V> read) {
        V known = kept.get(key);
        if (known != null) {
            return known;
        }
        V value = read.get();
        kept.put(key, value);
        return value;
    }
}
