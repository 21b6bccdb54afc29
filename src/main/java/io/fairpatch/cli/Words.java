package io.fairpatch.cli;

import io.fairpatch.model.Counts;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Figures and names as the commands print them. */
final class Words {
    private Words() {}

    /** A count with thousands separated: 2,000. */
    static String count(long count) {
        return Counts.of(count);
    }

    /** A count and its noun: "1 move", "212 moves". */
    static String count(long count, String one, String many) {
        return Counts.of(count, one, many);
    }

    /** A text of the org that can't steer the terminal it is printed on. */
    static String plain(@Nullable String text) {
        return Objects.requireNonNullElse(text, "(empty)").replaceAll("\\p{Cntrl}", " ");
    }
}
