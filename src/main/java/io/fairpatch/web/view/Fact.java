package io.fairpatch.web.view;

import org.jspecify.annotations.Nullable;

/** A label, its figure, and the figure in full for hovering. */
public record Fact(String label, String value, @Nullable String full) {
    public Fact(String label, String value) {
        this(label, value, null);
    }
}
