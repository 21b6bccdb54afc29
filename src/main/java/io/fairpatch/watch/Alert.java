package io.fairpatch.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trigger that fired.
 *
 * @param key of the territory or rep it is about, or the sign's name
 * @param value the number that crossed the edge, as last seen
 * @param scenario what to plan, as the planner reads it; null when a person has to look first
 * @param since when it was first seen beyond the edge
 * @param dismissed null while it asks for action
 */
public record Alert(
        long id,
        Trigger trigger,
        String key,
        String subject,
        double value,
        String sentence,
        @Nullable String scenario,
        Instant since,
        @Nullable Dismissal dismissed) {

    /** Who said that nothing is to be done until it has been quiet once, and why. */
    public record Dismissal(String by, Instant at, String why) {}

    public boolean open() {
        return dismissed == null;
    }
}
