package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as made: how good it is, what holds it back, and how it came about.
 *
 * @param why what the planner has to say, sentence by sentence
 * @param waysOut where bands can't all be met: changes that help, each planned
 * @param course null for plans made before it was noted
 */
public record PlanPage(
        Shell shell,
        String title,
        String sentence,
        List<Fact> facts,
        List<String> why,
        List<Bind> bindings,
        List<Way> waysOut,
        List<MoveRow> moves,
        long movesInAll,
        @Nullable CourseChart course) {
    public PlanPage {
        facts = List.copyOf(facts);
        why = List.copyOf(why);
        bindings = List.copyOf(bindings);
        waysOut = List.copyOf(waysOut);
        moves = List.copyOf(moves);
    }

    /** Something that holds the plan back, and what one more unit of it brings. */
    public record Bind(String rule, String what, String sentence, String brings) {}

    /** A change that helps. */
    public record Way(String kind, String sentence, boolean meetsAll, String cost) {}

    /** A move, to its reasons. */
    public record MoveRow(String account, String headline, String worth, String href) {}
}
