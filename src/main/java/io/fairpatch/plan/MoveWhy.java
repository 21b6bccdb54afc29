package io.fairpatch.plan;

import io.fairpatch.model.SalesforceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks next about a move. Money in cents a year.
 *
 * @param runnerUp the rep who would have been next best; null when nobody else may have the account
 * @param ruledOut hard rules that kept reps from being considered
 * @param staysIf what would have to change for the account to stay, one sentence
 * @param giver what the move alone does to the rep who gives it up; null when nobody had it
 * @param receiver what it does to the rep who gets it
 * @param makesRoomFor accounts that come to the giver in return, the worthiest first, at most three
 */
public record MoveWhy(
        @Nullable RunnerUp runnerUp,
        List<RuledOut> ruledOut,
        String staysIf,
        @Nullable Effect giver,
        Effect receiver,
        List<SalesforceId> makesRoomFor) {
    public MoveWhy {
        ruledOut = List.copyOf(ruledOut);
        makesRoomFor = List.copyOf(makesRoomFor);
    }

    /**
     * @param lostByCents how much worse the plan would be with this rep, room priced by the dual; 0 or more
     * @param main the rule that spoke loudest against
     */
    public record RunnerUp(SalesforceId rep, String name, long lostByCents, String main) {}

    /** @param reps how many reps the rule kept out */
    public record RuledOut(String rule, int reps) {}

    /**
     * A book in the plan without and with this account.
     *
     * @param targetCents 0 for a rep without target
     */
    public record Effect(
            SalesforceId rep,
            long potentialWithoutCents,
            long potentialWithCents,
            long targetCents,
            long minutesWithout,
            long minutesWith) {}
}
