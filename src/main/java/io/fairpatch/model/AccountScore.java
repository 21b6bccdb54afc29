package io.fairpatch.model;

import java.util.List;

/**
 * The score of one account with everything needed to check it by hand.
 *
 * @param score 0 to 100, at most one decimal
 * @param reasons parts that add up to {@code score}
 * @param potentialCents attainable money a year: current revenue + expansion x win probability; a prospect's: win
 *     probability x average won value
 * @param winProbability 0 to 1, from the account's segment
 * @param winSample number of closed deals behind {@code winProbability}
 * @param potentialReasons parts, in cents, that add up to {@code potentialCents}
 * @param assumptions what was missing and what was taken instead, in plain words
 */
public record AccountScore(
        SalesforceId account,
        boolean customer,
        double score,
        Tier tier,
        Grade grade,
        List<Reason> reasons,
        long potentialCents,
        double winProbability,
        int winSample,
        List<Reason> potentialReasons,
        List<String> assumptions) {
    public AccountScore {
        reasons = List.copyOf(reasons);
        potentialReasons = List.copyOf(potentialReasons);
        assumptions = List.copyOf(assumptions);
    }
}
