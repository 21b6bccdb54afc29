package io.fairpatch.web.proposal;

import io.fairpatch.review.ProposalService.Decided;
import io.fairpatch.web.view.Show;

/** What a decision did, in a sentence. */
final class Outcomes {
    private Outcomes() {}

    static String sentence(Decided decided, String done) {
        if (decided.changed() + decided.heard() + decided.contested() + decided.left() == 0) {
            return "Nothing changed: what you picked is " + done + " already.";
        }
        var text = new StringBuilder(Show.count(decided.changed(), "move", "moves") + " " + done + ".");
        if (decided.heard() > 0) {
            text.append(' ')
                    .append(Show.count(decided.heard(), "move waits", "moves wait"))
                    .append(" for someone else's word too; yours is noted.");
        }
        if (decided.contested() > 0) {
            text.append(' ')
                    .append(Show.count(decided.contested(), "move is", "moves are"))
                    .append(" contested now: an approver decides.");
        }
        if (decided.left() > 0) {
            text.append(' ')
                    .append(Show.count(decided.left(), "move was", "moves were"))
                    .append(
                            " left alone: too large, protected, contested or beyond your number; ops or an approver decides.");
        }
        return text.toString();
    }
}
