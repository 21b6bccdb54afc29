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
 * @param profile what was derived of the account on the way
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
        List<String> assumptions,
        AccountProfile profile) {
    public AccountScore {
        reasons = List.copyOf(reasons);
        potentialReasons = List.copyOf(potentialReasons);
        assumptions = List.copyOf(assumptions);
    }

    /** A score of which no profile is known. */
    public AccountScore(
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
        this(
                account,
                customer,
                score,
                tier,
                grade,
                reasons,
                potentialCents,
                winProbability,
                winSample,
                potentialReasons,
                assumptions,
                AccountProfile.UNKNOWN);
    }
}
