package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person tries out and what it would do.
 *
 * @param sentence how many edits are not in the proposal, and the balance with them
 * @param onSaving what saving them undoes; null where it undoes nothing
 */
public record EditsBar(String sentence, @Nullable String onSaving, List<Row> edits, List<Effect> books) {
    public EditsBar {
        edits = List.copyOf(edits);
        books = List.copyOf(books);
    }

    /** One account and where it goes. */
    public record Row(String account, String name, @Nullable String proposed, String to, String note) {}

    /** A book that is touched: potential over target in the proposal and with the edits. */
    public record Effect(String rep, String proposal, String edited, boolean inside) {}
}
