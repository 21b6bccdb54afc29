package io.fairpatch.plan;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.problem.Pin;
import java.util.List;

/**
 * An account that stays where it is although its rep does not meet a need of it: of two rules that clash the one that keeps
 * it holds, the plan makes nothing worse, and a person must decide.
 *
 * @param name of the account
 * @param rep who keeps it
 * @param needs what the rep does not meet, in words
 * @param stays why it stays
 */
public record Exemption(
        SalesforceId account, String name, SalesforceId rep, String repName, List<String> needs, Pin stays) {
    public Exemption {
        needs = List.copyOf(needs);
    }

    /** What clashes, one sentence. */
    public String sentence() {
        return name + " stays with " + repName + " (" + stays.words() + "), who does not meet its "
                + String.join(" and ", needs) + ".";
    }

    /** Who has to decide what. */
    public String decision() {
        return switch (stays) {
            case NAMED ->
                "Sales operations and the manager: take it off the named accounts, end the pin, or correct what the rep can.";
            case HELD ->
                "Sales operations: hand the open deal over now, or wait; once it is closed the account may move.";
            case PROTECTED -> "Whoever protected the book: part with this account, or correct what the rep can.";
            case OUT_OF_SCOPE -> "Nobody yet: this plan was not asked about it. A plan of all accounts would move it.";
            case NONE, CHOSEN -> "Sales operations: choose another rep.";
        };
    }
}
