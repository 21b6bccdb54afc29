package io.fairpatch.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last thing made until what it is made from changes. Thread-safe: whoever asks while it is being made waits for
 * it.
 *
 * @param <F> what it is made from, by {@code equals}
 * @param <T> what is made
 */
public final class Latest<F, T> {
    private volatile @Nullable Made<F, T> made;

    private record Made<F, T>(F from, T thing) {}

    /** The thing made from this: the last one where it is the same, else a new one. */
    public synchronized T of(F from, Supplier<T> maker) {
        var last = made;
        if (last == null || !last.from().equals(from)) {
            last = new Made<>(from, maker.get());
            made = last;
        }
        return last.thing();
    }

    /** Whether the thing made from this is there already, so that nobody waits for it. */
    public boolean holds(F from) {
        var last = made;
        return last != null && last.from().equals(from);
    }
}
