package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.VisitHours;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Parts a proposal: its next version keeps the first phase, each later one becomes a proposal of its own, with the
 * decisions so far, the same author and as many approvals. Books go from phase to phase. One use.
 */
final class PhaseMaker {
    private static final int FIRST_VERSION = 1;

    private final Handle handle;
    private final ProposalHead head;
    private final Person person;
    private final OffsetDateTime now;
    private final MappingConfig mapping;
    private final VisitHours hours;

    PhaseMaker(
            Handle handle,
            ProposalHead head,
            Person person,
            OffsetDateTime now,
            MappingConfig mapping,
            VisitHours hours) {
        this.handle = handle;
        this.head = head;
        this.person = person;
        this.now = now;
        this.mapping = mapping;
        this.hours = hours;
    }

    /** A phase after the first: its moves, and the day from which they hold. */
    record Later(LocalDate day, List<SalesforceId> accounts) {}

    void make(List<Later> later) {
        List<SalesforceId> waiting =
                later.stream().flatMap(phase -> phase.accounts().stream()).toList();
        Map<SalesforceId, AccountFact> facts =
                AccountFacts.some(handle, head.org(), head.id(), head.version(), waiting).stream()
                        .collect(Collectors.toMap(AccountFact::account, Function.identity()));
        List<BookView> goal = LineDetails.books(handle, head.org(), head.id(), head.version());
        var first = new EditedBooks(goal, hours);
        facts.values().forEach(fact -> first.move(fact, fact.target(), fact.rep()));
        keep(first.all(), waiting);
        var before = new PhaseRows.Source(head.id(), head.version() + 1);
        List<BookView> stand = first.all();
        for (Later phase : later) {
            boolean last = phase.equals(later.get(later.size() - 1));
            stand = last ? ending(stand, goal) : after(stand, phase, facts);
            before = add(phase, stand, before);
        }
    }

    private List<BookView> after(List<BookView> stand, Later phase, Map<SalesforceId, AccountFact> facts) {
        var books = new EditedBooks(
                stand.stream().map(view -> view.beginning(view.book().after())).toList(), hours);
        phase.accounts().stream()
                .flatMap(account -> Stream.ofNullable(facts.get(account)))
                .forEach(fact -> books.move(fact, fact.rep(), fact.target()));
        return books.all();
    }

    /** The last phase ends exactly where the plan does. */
    private static List<BookView> ending(List<BookView> stand, List<BookView> goal) {
        Map<SalesforceId, BookView> now =
                stand.stream().collect(Collectors.toMap(view -> view.book().rep(), Function.identity()));
        return goal.stream()
                .map(view -> view.beginning(
                        now.getOrDefault(view.book().rep(), view).book().after()))
                .toList();
    }

    /** The first phase. */
    private void keep(List<BookView> books, List<SalesforceId> waiting) {
        var copy = new VersionCopy(handle, head, head.version() + 1);
        copy(copy, books);
        rows().leave(head.version() + 1, waiting);
    }

    private PhaseRows.Source add(Later phase, List<BookView> books, PhaseRows.Source before) {
        String id = ProposalIds.next(handle, head.org(), now);
        rows().proposal(id, now);
        var copy = new VersionCopy(handle, head, id, FIRST_VERSION, phase.accounts());
        copy(copy, books);
        copy.day(field("assignedDate"), phase.day());
        rows().accounts(id, before);
        return new PhaseRows.Source(id, FIRST_VERSION);
    }

    private void copy(VersionCopy copy, List<BookView> books) {
        copy.version(person, now, false);
        copy.lines(field("commit"));
        copy.books();
        copy.loads(books, "this phase");
        copy.balance(Trial.balance(books));
    }

    private PhaseRows rows() {
        return new PhaseRows(handle, head);
    }

    private String field(String ours) {
        return mapping.written().getOrDefault(ours, "");
    }
}
