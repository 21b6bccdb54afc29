package io.fairpatch.web.commit;

import io.fairpatch.commit.IntentState;
import io.fairpatch.commit.RunState;
import io.fairpatch.web.view.StateBadge;
import io.fairpatch.web.view.StateBadge.Tone;

/** States of commits and of single writes, in words, icons and colours. */
final class Badges {
    private Badges() {}

    static StateBadge of(RunState state) {
        return switch (state) {
            case RUNNING -> new StateBadge("under way", "sync", Tone.ACTIVE);
            case FINISHED -> new StateBadge("finished", "check", Tone.GOOD);
            case STOPPED -> new StateBadge("stopped", "stop", Tone.NEUTRAL);
            case FAILED -> new StateBadge("failed", "error", Tone.BAD);
        };
    }

    static StateBadge of(IntentState state) {
        return switch (state) {
            case PLANNED -> new StateBadge("to write", "clock", Tone.WAITING);
            case GUARDED -> new StateBadge("checked", "shield", Tone.WAITING);
            case SENT -> new StateBadge("sent", "send", Tone.ACTIVE);
            case CONFIRMED -> new StateBadge("confirmed", "check", Tone.GOOD);
            case REJECTED -> new StateBadge("rejected by the org", "ban", Tone.BAD);
            case DRIFTED -> new StateBadge("changed in the org", "warning", Tone.WAITING);
            case UNKNOWN -> new StateBadge("not known yet", "question", Tone.BAD);
            case CANCELLED -> new StateBadge("not sent", "dash", Tone.NEUTRAL);
        };
    }
}
