package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as made: how good it is, what holds it back, and how it came about.
 *
 * @param why what the planner has to say, sentence by sentence
 * @param waysOut where bands can't all be met: changes that help, each planned
 * @param exemptions accounts that stay where a need of theirs is not met, for a person to decide
 * @param course null for plans made before it was noted
 * @param hands choices by hand; null for who may not plan
 * @param history the last plans, the newest first
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
        List<Exempt> exemptions,
        @Nullable CourseChart course,
        @Nullable HandsCard hands,
        List<Past> history) {
    private static final int CHIEF = 8;

    public PlanPage {
        facts = List.copyOf(facts);
        why = List.copyOf(why);
        bindings = List.copyOf(bindings);
        waysOut = List.copyOf(waysOut);
        moves = List.copyOf(moves);
        exemptions = List.copyOf(exemptions);
        history = List.copyOf(history);
    }

    /** What holds the plan back, the dearest seen at once. */
    public Fold<Bind> foldedBindings() {
        return Fold.of(bindings, CHIEF);
    }

    /** Something that holds the plan back, and what one more unit of it brings. */
    public record Bind(String rule, String what, String sentence, String brings) {}

    /** A change that helps. */
    public record Way(String kind, String sentence, boolean meetsAll, String cost) {}

    /** An account that two rules want at different places. */
    public record Exempt(String account, String sentence, String decision) {}

    /** An earlier plan. */
    public record Past(String href, String title, String made, String moves, String cost, String gap, boolean shown) {}

    /** A move, to its reasons. */
    public record MoveRow(String account, String headline, String worth, String href) {}
}
