package io.fairpatch.sandbox.data.generate;

import java.util.ArrayList;
import java.util.List;

/** Shares out a block's deals: six an account on the whole, more to customers, none to duplicates. */
final class Deals {
    static final int AN_ACCOUNT = 6;
    /** Customers' part of all deals, as the weights below bring about; only they win. */
    static final double CUSTOMERS_SHARE = 0.70;

    private static final double CUSTOMER_WEIGHT = 3.0;
    private static final double PROSPECT_WEIGHT = 0.7;

    private Deals() {}

    /** @param part of the usual number of deals */
    static List<Draft> share(List<Draft> drafts, Dice dice, double part) {
        double[] sums = new double[drafts.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += weight(drafts.get(i), dice);
            sums[i] = sum;
        }
        var shared = new ArrayList<Draft>(drafts.size());
        long given = 0;
        for (int i = 0; i < sums.length; i++) {
            long upTo = sum == 0 ? 0 : Math.round(part * AN_ACCOUNT * sums.length * sums[i] / sum);
            shared.add(drafts.get(i).withOpportunities((int) (upTo - given)));
            given = upTo;
        }
        return shared;
    }

    private static double weight(Draft draft, Dice dice) {
        double chance = dice.logNormal(1, 0.5);
        if (draft.has(Fault.DUPLICATE)) {
            return 0;
        }
        return chance * (draft.profile().customer() ? CUSTOMER_WEIGHT : PROSPECT_WEIGHT);
    }
}
