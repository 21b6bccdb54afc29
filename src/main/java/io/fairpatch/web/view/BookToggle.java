package io.fairpatch.web.view;

import java.util.List;

/** A row of choices over a picture, of which one holds. */
public record BookToggle(String label, List<Choice> choices) {
    public BookToggle {
        choices = List.copyOf(choices);
    }

    /** One choice and where it leads. */
    public record Choice(String label, String href, boolean chosen) {}
}
