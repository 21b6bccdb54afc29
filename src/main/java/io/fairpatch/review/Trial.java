package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Book;
import io.fairpatch.plan.VisitHours;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pure: a proposal with edits, beside the proposal without. */
final class Trial {
    private Trial() {}

    static WhatIf of(List<BookView> books, List<Edit> edits, List<AccountFact> facts, VisitHours hours) {
        Map<SalesforceId, AccountFact> byAccount =
                facts.stream().collect(Collectors.toMap(AccountFact::account, Function.identity()));
        var names = books.stream().collect(Collectors.toMap(view -> view.book().rep(), BookView::repName));
        var edited = new EditedBooks(books, hours);
        edits.forEach(edit -> edited.move(fact(byAccount, edit), edit.to()));
        return new WhatIf(
                edits.stream()
                        .map(edit -> tried(edit, fact(byAccount, edit), names))
                        .toList(),
                balance(books),
                balance(edited.all()),
                edited.changed());
    }

    static ProposalSummary.Balance balance(List<BookView> books) {
        Set<SalesforceId> active = books.stream()
                .filter(BookView::active)
                .map(view -> view.book().rep())
                .collect(Collectors.toSet());
        List<Book> plain = books.stream().map(BookView::book).toList();
        return BookBalance.of(plain, active);
    }

    private static AccountFact fact(Map<SalesforceId, AccountFact> facts, Edit edit) {
        return Objects.requireNonNull(facts.get(edit.account()), () -> "No facts of account " + edit.account());
    }

    private static WhatIf.Tried tried(Edit edit, AccountFact fact, Map<SalesforceId, String> names) {
        return new WhatIf.Tried(
                edit.account(),
                fact.name(),
                name(names, fact.rep()),
                name(names, fact.target()),
                edit.to(),
                names.getOrDefault(edit.to(), edit.to().value()),
                edit.note());
    }

    private static @Nullable String name(Map<SalesforceId, String> names, @Nullable SalesforceId rep) {
        return rep == null ? null : names.getOrDefault(rep, rep.value());
    }
}
