package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal under review: the sentence first, the picture, the moves, and the next step.
 *
 * @param revision what every form sends back, so that nobody acts on what has changed meanwhile
 * @param overtaken which other proposal was written since this one was made, and what that means; null when none was
 * @param bandWords the band in words: "91 to 109 % of target"
 * @param beside what stands beside the moves
 * @param whyTitle whose words these are, and of what
 * @param why what the planner says of the plan as a whole
 */
public record ProposalView(
        Shell shell,
        String path,
        String title,
        StateBadge state,
        long revision,
        String sentence,
        @Nullable String overtaken,
        List<Fact> facts,
        String bandWords,
        List<BookBar> books,
        MoveTable moves,
        Group stamps,
        NextStep next,
        String whyTitle,
        List<String> why,
        Beside beside) {
    public ProposalView {
        facts = List.copyOf(facts);
        books = List.copyOf(books);
        why = List.copyOf(why);
    }

    /**
     * What stands beside the moves.
     *
     * @param edits what this person tries out; null when nothing
     * @param effects what moves along in the CRM, or may
     * @param effective the day, for those who may change it; null for others
     * @param mayEdit whether this person may change targets and add actions now
     * @param mayComment whether this person may write
     */
    public record Beside(
            Measure measure,
            List<BookToggle> toggles,
            List<Spread> spread,
            @Nullable EditsBar edits,
            List<String> effects,
            List<ActionRow> actions,
            List<MoveTable.Choice> reps,
            List<CommentRow> comments,
            @Nullable Schedule schedule,
            @Nullable Effective effective,
            PhasesPart phases,
            long contested,
            boolean mayEdit,
            boolean mayComment) {
        public Beside {
            toggles = List.copyOf(toggles);
            spread = List.copyOf(spread);
            effects = List.copyOf(effects);
            actions = List.copyOf(actions);
            reps = List.copyOf(reps);
            comments = List.copyOf(comments);
        }
    }

    /** An action on a rep: capacity, support or role. */
    public record ActionRow(
            int number,
            String kind,
            String rep,
            String sentence,
            MoveRow.Decision decision,
            String by,
            boolean mayDecide) {}

    /**
     * When an approved proposal is written.
     *
     * @param sentence what will happen when
     * @param scheduled whether a time is set
     * @param mayChange whether this person may set or drop it
     * @param soonest the least value of the field, as {@code datetime-local} takes it
     * @param offered the value to begin with: when the moves shall hold
     */
    public record Schedule(String sentence, boolean scheduled, boolean mayChange, String soonest, String offered) {}

    /**
     * The day from which the moves hold.
     *
     * @param day as {@code date} takes it
     * @param earliest the least value of the field
     */
    public record Effective(String day, String earliest) {}

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
