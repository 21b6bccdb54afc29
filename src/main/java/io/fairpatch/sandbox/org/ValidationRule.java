package io.fairpatch.sandbox.org;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule that refuses records.
 *
 * @param field the field it looks at
 * @param when on which new value it refuses
 * @param value what the field is compared with, as text; empty where nothing is compared
 * @param message what the user is told
 */
public record ValidationRule(String name, String object, String field, When when, String value, String message) {
    /** On which new value of its field a rule refuses a record. */
    public enum When {
        ALWAYS,
        CHANGED,
        EMPTY,
        EQUALS
    }

    boolean refuses(Change change) {
        var after = change.after();
        var known = change.table().type().field(field);
        if (after == null || !change.table().type().name().equalsIgnoreCase(object) || known.isEmpty()) {
            return false;
        }
        var now = after[known.get().column()];
        var before = change.before();
        return switch (when) {
            case ALWAYS -> true;
            case CHANGED -> before != null && !Objects.equals(before.get(known.get()), now);
            case EMPTY -> now == null;
            case EQUALS -> now != null && value.equalsIgnoreCase(text(change, now));
        };
    }

    private @Nullable String text(Change change, Object now) {
        return Values.text(change.table().type().require(field), now);
    }
}
