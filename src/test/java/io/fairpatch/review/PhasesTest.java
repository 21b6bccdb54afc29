package io.fairpatch.review;

import static io.fairpatch.review.SampleProposal.APPROVER;
import static io.fairpatch.review.SampleProposal.OPS;
import static io.fairpatch.review.SampleProposal.OPS_TOO;
import static io.fairpatch.review.SampleProposal.ORG;
import static io.fairpatch.review.SampleProposal.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.plan.Book;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A change written step by step: each phase a proposal of its own. */
@Tag("H15")
class PhasesTest extends ReviewOfItsOwn {
    private static final LocalDate TODAY = SampleProposal.TODAY;

    private final Phases phases = new Phases(
            jdbi,
            clock,
            audit,
            ConfigLoader.shipped(ConfigPart.MAPPING),
            policy,
            ConfigLoader.shipped(ConfigPart.COVERAGE));

    @Test
    void books_go_from_phase_to_phase_and_end_where_the_plan_does() {
        var whole = decided();
        List<Book> start = books(whole.id(), true);
        List<Book> goal = books(whole.id(), false);

        var made = phases.spread(
                ORG, whole.id(), whole.revision(), new PhasePlan(PhasePlan.Order.SMALL, 3, 30, false), OPS_TOO);

        assertThat(made).extracting(Phase::moves).containsExactly(1, 1, 1);
        assertThat(made).extracting(Phase::effective).containsExactly(TODAY, TODAY.plusDays(30), TODAY.plusDays(60));
        assertThat(made).extracting(Phase::proposal).startsWith(whole.id()).doesNotHaveDuplicates();
        assertThat(books(whole.id(), true)).isEqualTo(start);
        for (int i = 1; i < made.size(); i++) {
            assertThat(loads(made.get(i).proposal(), true))
                    .isEqualTo(loads(made.get(i - 1).proposal(), false));
        }
        assertThat(loads(made.get(2).proposal(), false))
                .isEqualTo(goal.stream().map(Book::after).toList());
        assertThat(phases.of(ORG, made.get(2).proposal())).isEqualTo(made);
    }

    @Test
    void each_phase_keeps_decisions_and_is_approved_by_itself_by_neither_author_nor_who_parted_it() {
        var whole = decided();
        var made =
                phases.later(ORG, whole.id(), whole.revision(), Selection.of(account(3)), TODAY.plusDays(10), OPS_TOO);

        var first = queries.get(ORG, whole.id());
        var later = queries.get(ORG, made.get(1).proposal());
        assertThat(first.version()).isEqualTo(2);
        assertThat(first.state()).isEqualTo(ProposalState.DRAFT);
        assertThat(first.moves().approved()).isEqualTo(2);
        assertThat(first.stamps().approved()).isEqualTo(6);
        assertThat(later.moves().approved()).isEqualTo(1);
        assertThat(later.stamps().total()).isZero();
        assertThat(later.approvalsNeeded()).isEqualTo(whole.approvalsNeeded());
        assertThat(queries.line(ORG, later.id(), account(3)).after().values())
                .containsEntry("Territory_Assigned_Date__c", "2026-03-12")
                .containsEntry("Territory_Commit__c", later.id() + ".v1");

        var review = service.submit(ORG, later.id(), later.revision(), OPS);
        for (var person : List.of(OPS, OPS_TOO)) {
            assertThatThrownBy(() -> service.approve(ORG, review.id(), review.revision(), person))
                    .hasMessageContaining("and so can't approve it");
        }
        var approved = service.approve(ORG, review.id(), review.revision(), APPROVER);
        assertThat(approved.state()).isEqualTo(ProposalState.APPROVED);
        assertThat(queries.get(ORG, first.id()).state()).isEqualTo(ProposalState.DRAFT);
    }

    @Test
    void what_would_not_be_a_phase_is_refused_with_advice() {
        var whole = decided();
        var all = Selection.matching(LineFilter.MOVES);

        assertThatThrownBy(() -> phases.later(ORG, whole.id(), whole.revision(), all, TODAY.plusDays(9), OPS_TOO))
                .hasMessageContaining("all moves");
        assertThatThrownBy(
                        () -> phases.later(ORG, whole.id(), whole.revision(), Selection.of(account(3)), TODAY, OPS_TOO))
                .hasMessageContaining("must come after");
        assertThatThrownBy(() -> phases.later(
                        ORG, whole.id(), whole.revision(), Selection.of(account(1)), TODAY.plusDays(9), OPS_TOO))
                .hasMessageContaining("would wait");
        assertThatThrownBy(() -> new PhasePlan(PhasePlan.Order.SMALL, 1, 30, false))
                .hasMessageContaining("between 2 and");
        assertThat(queries.get(ORG, whole.id())).isEqualTo(whole);
    }

    private List<Book> books(String id, boolean before) {
        return queries.books(ORG, id).stream()
                .map(BookView::book)
                .map(book -> new Book(
                        book.rep(),
                        book.territory(),
                        book.capacity(),
                        book.targetCents(),
                        book.before(),
                        before ? book.before() : book.after(),
                        ""))
                .toList();
    }

    private List<Book.Load> loads(String id, boolean before) {
        return books(id, before).stream()
                .map(before ? Book::before : Book::after)
                .toList();
    }
}
