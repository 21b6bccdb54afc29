package io.fairpatch.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One measured value with what it is held against, both from the same run.
 *
 * @param what what was measured, with the size of the problem
 * @param value what came out
 * @param unit of value and against, for example {@code s}, {@code %}, {@code rows/s}
 * @param peer whom or what it is held against: another program on the same problem, or "limit"
 * @param against the peer's value or the limit; null where there is none
 * @param met whether the limit holds or the peer is beaten; null where that is no question
 */
public record Figure(
        String what,
        double value,
        String unit,
        @Nullable String peer,
        @Nullable Double against,
        @Nullable Boolean met) {
    public Figure {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(unit, "unit");
    }

    /** A value that should be at most a limit. */
    public static Figure atMost(String what, double value, String unit, double limit) {
        return new Figure(what, value, unit, "limit", limit, value <= limit);
    }

    /** A value that should be at least a limit. */
    public static Figure atLeast(String what, double value, String unit, double limit) {
        return new Figure(what, value, unit, "limit", limit, value >= limit);
    }

    /** A value beside that of a peer; less is better. */
    public static Figure beside(String what, double value, String unit, String peer, double theirs) {
        return new Figure(what, value, unit, peer, theirs, value <= theirs);
    }

    /** A value that stands alone. */
    public static Figure plain(String what, double value, String unit) {
        return new Figure(what, value, unit, null, null, null);
    }

    /** Value over what it is held against; null without one, or when that is 0. */
    @JsonProperty
    public @Nullable Double ratio() {
        return against == null || against == 0 ? null : Double.valueOf(value / against);
    }
}
