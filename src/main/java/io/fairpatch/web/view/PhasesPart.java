package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that is written step by step.
 *
 * @param phases by their day; empty when the proposal stands alone
 * @param left what earlier phases left with who has it, and what that means for this one; null when they left nothing
 * @param mayPart whether this person may part the proposal now
 * @param matching moves that match the filter and would wait, in words; null when no filter is set
 * @param earliest the first day that moves can wait for, as {@code date} takes it
 */
public record PhasesPart(
        List<Row> phases, @Nullable String left, boolean mayPart, @Nullable String matching, String earliest) {
    public PhasesPart {
        phases = List.copyOf(phases);
    }

    /**
     * A phase.
     *
     * @param current whether it is the proposal that is looked at
     */
    public record Row(
            int number,
            String path,
            boolean current,
            String from,
            StateBadge state,
            int moves,
            long potentialCents,
            double spread) {}
}
