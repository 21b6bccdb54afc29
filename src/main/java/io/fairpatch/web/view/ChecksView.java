package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor found.
 *
 * @param at when it looked
 * @param toMend what failed first, then what somebody should look at
 * @param inOrder what passed
 */
public record ChecksView(String sentence, String at, List<Row> toMend, List<Row> inOrder) {
    public ChecksView {
        toMend = List.copyOf(toMend);
        inOrder = List.copyOf(inOrder);
    }

    /** One numbered check. */
    public record Row(
            int number,
            String id,
            StateBadge badge,
            String area,
            String title,
            String what,
            @Nullable String why,
            @Nullable String mend,
            String where) {}
}
