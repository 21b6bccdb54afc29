package io.fairpatch.review;

import io.fairpatch.config.DecidingConfig;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pure: which kind of change a move is. */
final class Changes {
    private Changes() {}

    /** The first that fits: part of a redesign, routine, within a team, between teams. */
    static ChangeKind of(DecidingConfig policy, boolean redesign, String reason, @Nullable Rep from, Rep to) {
        if (redesign) {
            return ChangeKind.REDESIGN;
        }
        boolean starts = to.rampStage() == RampStage.NEW || to.rampStage() == RampStage.RAMPING;
        return of(policy, reason, starts, from == null || Objects.equals(from.managerId(), to.managerId()));
    }

    static ChangeKind of(DecidingConfig policy, String reason, boolean starts, boolean sameTeam) {
        boolean routine = policy.routine().reasons().contains(reason)
                || starts && policy.routine().starters();
        if (routine) {
            return ChangeKind.ROUTINE;
        }
        return sameTeam ? ChangeKind.WITHIN_TEAM : ChangeKind.BETWEEN_TEAMS;
    }
}
