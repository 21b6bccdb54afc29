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
        String crmReason) {
    public MoveDetailPage {
        effects = List.copyOf(effects);
        facts = List.copyOf(facts);
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
