package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Balance;
import io.fairpatch.plan.Book;
import java.util.List;
import java.util.Set;

/** Pure: how fair the books are, before and after. */
final class BookBalance {
    private static final ProposalSummary.Balance OF_NONE = new ProposalSummary.Balance(1, 1, 0, 0);

    private BookBalance() {}

    /** Over the books of {@code active} reps that have a target; 1 and 0 when there is none. */
    static ProposalSummary.Balance of(List<Book> books, Set<SalesforceId> active) {
        List<Book> counted = books.stream()
                .filter(book -> book.targetCents() > 0 && active.contains(book.rep()))
                .toList();
        if (counted.isEmpty()) {
            return OF_NONE;
        }
        Balance before = Balance.before(counted);
        Balance after = Balance.after(counted);
        return new ProposalSummary.Balance(before.spread(), after.spread(), before.highest(), after.highest());
    }
}
