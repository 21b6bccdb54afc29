package io.fairpatch.web.view;

import java.util.List;

/**
 * Who decides at an account, what is open there, and what work it makes.
 *
 * @param people one sentence each
 * @param morePeople how many more are known
 * @param deals by close date
 * @param moreDeals how many more are open
 * @param facts work with its parts, and days since the last activity
 */
public record DealingsPart(List<String> people, int morePeople, List<Deal> deals, int moreDeals, List<Fact> facts) {
    public DealingsPart {
        people = List.copyOf(people);
        deals = List.copyOf(deals);
        facts = List.copyOf(facts);
    }

    /** An open deal. */
    public record Deal(String stage, String amount, String closes) {}
}
