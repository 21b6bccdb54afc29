package io.fairpatch.web.view;

import java.util.List;

/** Why one account moves, in parts that add up, and what it does to both books. */
public record MoveDetailPage(
        Shell shell, String back, MoveRow move, Waterfall reasons, List<Effect> effects, List<Fact> facts) {
    public MoveDetailPage {
        effects = List.copyOf(effects);
        facts = List.copyOf(facts);
    }

    /** One rep's book with everything approved, without and with this account. */
    public record Effect(
            String rep, String part, int accountsBefore, int accountsAfter, double shareBefore, double shareAfter) {}
}
