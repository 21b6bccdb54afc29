package io.fairpatch.web.timeline;

import io.fairpatch.review.ProposalSummary;
import io.fairpatch.web.proposal.Words;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.TimelinePage;
import java.util.List;

/** How fair the books were over time: each proposal's fullest book over its emptiest, before and after. */
final class Fairness {
    private static final int MOST = 12;
    private static final double WIDTH = 1000;
    private static final double LEAST_SCALE = 2;

    private Fairness() {}

    /** The newest first; doublings are of one length, since books 40 times apart must not hide ones 1.2 times apart. */
    static List<TimelinePage.Fairness> of(List<ProposalSummary> proposals) {
        List<ProposalSummary> newest = proposals.stream().limit(MOST).toList();
        double highest = newest.stream()
                .mapToDouble(one ->
                        Math.max(one.balance().spreadBefore(), one.balance().spreadAfter()))
                .reduce(LEAST_SCALE, Math::max);
        return newest.stream().map(one -> row(one, highest)).toList();
    }

    private static TimelinePage.Fairness row(ProposalSummary proposal, double highest) {
        var balance = proposal.balance();
        return new TimelinePage.Fairness(
                "/proposals/" + proposal.id(),
                Words.title(proposal),
                Words.badge(proposal.state()),
                Show.moment(proposal.createdAt()),
                wide(balance.spreadBefore(), highest),
                wide(balance.spreadAfter(), highest),
                Show.ratio(balance.spreadBefore()),
                Show.ratio(balance.spreadAfter()),
                Show.count(proposal.moves().total()));
    }

    private static long wide(double spread, double highest) {
        return Math.round(Math.log(Math.max(1, spread)) / Math.log(highest) * WIDTH);
    }
}
