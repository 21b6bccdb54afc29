package io.fairpatch.web.view;

import java.util.List;

/**
 * Choices by hand on a plan, and what they would do.
 *
 * @param action where the form goes; the choices so far are in its hidden fields
 * @param books those that the choices touch
 * @param violations what would be broken; empty when all holds
 * @param reps who can be chosen
 * @param refused why the last choice could not be taken; empty when it was
 */
public record HandsCard(
        String action,
        List<Choice> choices,
        List<Book> books,
        List<String> violations,
        List<Rep> reps,
        String refused) {
    public HandsCard {
        choices = List.copyOf(choices);
        books = List.copyOf(books);
        violations = List.copyOf(violations);
        reps = List.copyOf(reps);
    }

    /**
     * One choice.
     *
     * @param field name of its hidden field, "pin" or "not"
     * @param value account and rep ids, parted by a colon
     * @param without the page without it
     */
    public record Choice(String field, String value, String sentence, String without) {}

    /** A book with and without the choices, as shares of its target where it has one. */
    public record Book(String rep, String before, String after, String hoursBefore, String hoursAfter) {}

    /** Somebody who can have accounts. */
    public record Rep(String id, String name) {}
}
