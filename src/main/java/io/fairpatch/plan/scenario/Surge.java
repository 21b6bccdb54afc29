package io.fairpatch.plan.scenario;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Reason;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.PlanInput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accounts that surge: a segment that grows by a factor, or, with none named, those that scores and reports call so. */
final class Surge {
    private static final double USUAL_FACTOR = 1.5;

    private final @Nullable String industry;
    private final @Nullable String state;
    private final double factor;

    Surge(Scenario scenario) {
        this.industry = scenario.option("industry");
        this.state = scenario.option("state");
        boolean segment = industry != null || state != null;
        // signals are in the potential already; a segment's surge is not
        this.factor = scenario.number("by", segment ? USUAL_FACTOR : 1, 0.1, 100);
    }

    boolean has(Account account, @Nullable AccountScore score) {
        if (industry == null && state == null) {
            return score != null && score.profile().surging();
        }
        return matches(industry, account.industry()) && matches(state, account.state());
    }

    private static boolean matches(@Nullable String wanted, @Nullable String has) {
        return wanted == null || wanted.equalsIgnoreCase(has);
    }

    String words() {
        if (industry == null && state == null) {
            return "none grows as the rule surge in scoring.yml asks, in staff or in what it buys";
        }
        return "industry " + (industry == null ? "any" : industry) + ", state " + (state == null ? "any" : state);
    }

    PlanInput grown(PlanInput input, Set<SalesforceId> surging) {
        var scores = new HashMap<>(input.scores());
        surging.forEach(account -> scores.computeIfPresent(account, (id, score) -> grown(score)));
        return input.with(scores);
    }

    private AccountScore grown(AccountScore score) {
        long potential = Math.round(score.potentialCents() * factor);
        var reasons = new ArrayList<>(score.potentialReasons());
        if (potential != score.potentialCents()) {
            double added = potential - score.potentialCents();
            reasons.add(new Reason("surge", "The scenario takes " + factor + " times the potential", added));
        }
        return new AccountScore(
                score.account(),
                score.customer(),
                score.score(),
                score.tier(),
                score.grade(),
                score.reasons(),
                potential,
                score.winProbability(),
                score.winSample(),
                reasons,
                score.assumptions(),
                score.profile());
    }
}
