package io.fairpatch.review;

import io.fairpatch.config.DecidingConfig;
import java.util.Map;
import java.util.Set;

/** Pure: what managers' words make of a line, by its kind of change. */
enum Ruling {
    APPROVE,
    DECLINE,
    /** Heard, but more must be said before the line is decided. */
    WAIT,
    /** Managers disagree. */
    CONTEST,
    /** Not for a manager: too large, protected, or too many. */
    LEAVE;

    /**
     * @param concerned managers of both reps
     * @param voices by manager: whether the manager agrees
     */
    static Ruling of(ChangeKind change, Set<String> concerned, Map<String, Boolean> voices) {
        return switch (change) {
            case ROUTINE, WITHIN_TEAM -> voices.containsValue(false) ? DECLINE : APPROVE;
            case BETWEEN_TEAMS -> together(concerned, voices);
            case REDESIGN -> WAIT;
            case CONTESTED -> LEAVE;
        };
    }

    private static Ruling together(Set<String> concerned, Map<String, Boolean> voices) {
        boolean yes = voices.containsValue(true);
        boolean no = voices.containsValue(false);
        if (yes && no) {
            return CONTEST;
        }
        if (!voices.keySet().containsAll(concerned)) {
            return WAIT;
        }
        return no ? DECLINE : APPROVE;
    }

    /** Whether a manager's yes is inside the guardrails; a no always is. */
    static boolean inside(DecidingConfig.Routine rails, ChangeKind change, long cents, boolean named, long approved) {
        boolean alone = change == ChangeKind.ROUTINE || change == ChangeKind.WITHIN_TEAM;
        if (!alone) {
            return true;
        }
        boolean small = rails.mostPotential() == null || cents <= rails.mostPotential() * 100;
        boolean few = rails.mostMoves() == null || approved < rails.mostMoves();
        return small && few && !named;
    }
}
