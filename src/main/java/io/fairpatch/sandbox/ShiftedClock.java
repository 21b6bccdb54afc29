package io.fairpatch.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that can be set wrong, in all its zones at once. Thread-safe. */
final class ShiftedClock extends Clock {
    private final Clock right;
    private final AtomicReference<Duration> shift;

    ShiftedClock(Clock right) {
        this(right, new AtomicReference<>(Duration.ZERO));
    }

    private ShiftedClock(Clock right, AtomicReference<Duration> shift) {
        this.right = right;
        this.shift = shift;
    }

    /** Sets how far it is ahead; returns what sets it back. */
    Runnable shift(Duration ahead) {
        var before = shift.getAndSet(ahead);
        return () -> shift.set(before);
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ShiftedClock(right.withZone(zone), shift);
    }

    @Override
    public Instant instant() {
        return right.instant().plus(shift.get());
    }
}
