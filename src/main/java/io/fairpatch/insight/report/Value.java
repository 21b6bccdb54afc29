package io.fairpatch.insight.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A cell: text, a number, or nothing. */
public record Value(@Nullable String text, @Nullable Double number) {
    /** Not known, or not meaningful. */
    public static final Value NONE = new Value(null, null);

    public static Value of(@Nullable String text) {
        return text == null ? NONE : new Value(text, null);
    }

    public static Value of(double number) {
        return Double.isFinite(number) ? new Value(null, number) : NONE;
    }

    public static Value of(@Nullable LocalDate day) {
        return day == null ? NONE : new Value(day.toString(), null);
    }

    /** A part over a whole; nothing when the whole is 0. */
    public static Value share(double part, double whole) {
        return whole == 0 ? NONE : of(part / whole);
    }

    /** For JSON: a text, a number, whole ones without a fraction, or null. */
    public @Nullable Object plain() {
        if (number == null) {
            return text;
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15 ? (Object) number.longValue() : number;
    }

    public boolean empty() {
        return text == null && number == null;
    }
}
