package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks next about a move.
 *
 * @param runnerUp who would have been next best and by how much; null when nobody else may have the account
 * @param ruledOut rules that kept reps out, with how many
 * @param room accounts that come in return
 */
public record MoveWhyView(
        @Nullable String runnerUp, List<String> ruledOut, String staysIf, List<Effect> effects, List<String> room) {
    public MoveWhyView {
        ruledOut = List.copyOf(ruledOut);
        effects = List.copyOf(effects);
        room = List.copyOf(room);
    }

    /** A book in the plan without and with the account. */
    public record Effect(String rep, String part, String without, String with, String hours) {}
}
