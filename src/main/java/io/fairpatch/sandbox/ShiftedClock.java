package io.fairpatch.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be set wrong. Thread-safe. */
final class ShiftedClock extends Clock {
    private final Clock right;
    private volatile Duration shift = Duration.ZERO;

    ShiftedClock(Clock right) {
        this.right = right;
    }

    /** Sets how far it is ahead; returns what sets it back. */
    Runnable shift(Duration ahead) {
        var before = shift;
        shift = ahead;
        return () -> shift = before;
    }

    @Override
    public ZoneId getZone() {
        return right.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone())
                ? this
                : Clock.tick(this, Duration.ofMillis(1)).withZone(zone);
    }

    @Override
    public Instant instant() {
        return right.instant().plus(shift);
    }
}
