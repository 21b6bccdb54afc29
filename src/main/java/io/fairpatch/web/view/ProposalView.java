package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal under review: the sentence first, the picture, the moves, and the next step.
 *
 * @param revision what every form sends back, so that nobody acts on what has changed meanwhile
 * @param bandWords the band in words: "91 to 109 % of target"
 * @param why what the planner says of the plan as a whole
 */
public record ProposalView(
        Shell shell,
        String path,
        String title,
        StateBadge state,
        long revision,
        String sentence,
        List<Fact> facts,
        String bandWords,
        List<BookBar> books,
        MoveTable moves,
        Group stamps,
        NextStep next,
        List<String> why) {
    public ProposalView {
        facts = List.copyOf(facts);
        books = List.copyOf(books);
        why = List.copyOf(why);
    }

    /** The stamps, decided on as one. */
    public record Group(long count, MoveRow.Decision decision, boolean mayDecide) {}

    /**
     * The one thing to do next.
     *
     * @param sentence where the proposal stands and who acts next
     * @param action where to post, null when this person can do nothing
     * @param button what the button says
     * @param link a page to go to instead of a post, null when none
     * @param mayWithdraw whether the person may take it back
     */
    public record NextStep(
            String sentence,
            @Nullable String action,
            @Nullable String button,
            @Nullable String link,
            boolean mayWithdraw) {}
}
