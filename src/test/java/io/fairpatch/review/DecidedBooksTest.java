package io.fairpatch.review;

import static io.fairpatch.review.SampleProposal.ANA;
import static io.fairpatch.review.SampleProposal.APPROVER;
import static io.fairpatch.review.SampleProposal.BEN;
import static io.fairpatch.review.SampleProposal.ORG;
import static io.fairpatch.review.SampleProposal.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Book;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people are shown of the books is what would be written: declined and deferred accounts stay. */
@Tag("H2")
class DecidedBooksTest extends ReviewOfItsOwn {
    @ParameterizedTest
    @EnumSource(names = {"DECLINED", "DEFERRED"})
    void an_account_that_stays_is_in_the_book_it_stays_in(Decision no) {
        var review = inReview();
        assertThat(after(review, BEN.id()).accounts()).isEqualTo(3);

        var decided = decide(review, no);

        assertThat(after(decided, BEN.id()).accounts()).isEqualTo(2);
        assertThat(after(decided, BEN.id()).potentialCents()).isEqualTo(300_000 - 100_003);
        assertThat(after(decided, ANA.id()).accounts()).isEqualTo(7);
        assertThat(after(decided, ANA.id()).potentialCents()).isEqualTo(600_000 + 100_003);
        assertThat(decided.balance()).isEqualTo(queries.get(ORG, review.id()).balance());
        assertThat(decided.balance().spreadAfter())
                .isCloseTo(700_003.0 / 199_997, within(1e-9))
                .isGreaterThan(review.balance().spreadAfter());
        assertThat(decided.impact()).startsWith("2 of 9 accounts move;");
    }

    @Test
    void and_in_the_list_of_its_rep() {
        var decided = decide(inReview(), Decision.DECLINED);
        var own = new OwnBooks(jdbi, queries);

        var ana = own.preview(ORG, decided.id(), ANA.id()).orElseThrow();
        var ben = own.preview(ORG, decided.id(), BEN.id()).orElseThrow();

        assertThat(ana.accounts())
                .hasSize(ana.load().accounts())
                .extracting(AccountFact::account)
                .contains(account(3));
        assertThat(ben.accounts())
                .hasSize(ben.load().accounts())
                .extracting(AccountFact::account)
                .containsExactlyInAnyOrder(account(0), account(6));
    }

    private ProposalSummary decide(ProposalSummary review, Decision no) {
        return service.decide(
                        ORG, review.id(), review.revision(), Selection.of(List.of(account(3))), no, "Not now", APPROVER)
                .proposal();
    }

    private Book.Load after(ProposalSummary proposal, SalesforceId rep) {
        return queries.books(proposal).stream()
                .map(BookView::book)
                .filter(book -> book.rep().equals(rep))
                .findFirst()
                .orElseThrow()
                .after();
    }
}
