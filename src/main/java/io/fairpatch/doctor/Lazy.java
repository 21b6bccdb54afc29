package io.fairpatch.doctor;

import io.fairpatch.error.FairpatchException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asked for once; a failure is kept as well, so that thirty checks don't try a failing sign-in thirty times. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> source;
    private @Nullable T value;
    private @Nullable FairpatchException failure;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        if (failure != null) {
            throw failure;
        }
        var known = value;
        if (known != null) {
            return known;
        }
        try {
            known = source.get();
            value = known;
            return known;
        } catch (FairpatchException e) {
            failure = e;
            throw e;
        }
    }
}
