package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why one account moves, in parts that add up, and what it does to both books. */
public record MoveDetailPage(
        Shell shell,
        String back,
        MoveRow move,
        Waterfall reasons,
        List<Effect> effects,
        List<Fact> facts,
        String crmReason,
        More more) {
    public MoveDetailPage {
        effects = List.copyOf(effects);
        facts = List.copyOf(facts);
    }

    /**
     * What else is known of the move.
     *
     * @param path of the proposal
     * @param stays when the account would stay, in words; null when nothing is known
     * @param history what each version said and who decided, the newest first
     * @param voices what managers said
     * @param reps who can be chosen as another target; empty when this person may not change it
     * @param accountPage where the account's score is explained
     */
    public record More(
            String path,
            String query,
            @Nullable String stays,
            String decidedBy,
            List<String> history,
            List<String> voices,
            List<CommentRow> comments,
            List<MoveTable.Choice> reps,
            String to,
            boolean mayComment,
            String accountPage) {
        public More {
            history = List.copyOf(history);
            voices = List.copyOf(voices);
            comments = List.copyOf(comments);
            reps = List.copyOf(reps);
        }
    }

    /** One rep's book before and after the whole plan; the share is null for a rep without target. */
    public record Effect(
            String rep,
            String part,
            int accountsBefore,
            int accountsAfter,
            @Nullable Double before,
            @Nullable Double alone,
            @Nullable Double after) {}
}
