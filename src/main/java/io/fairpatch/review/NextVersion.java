package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.VisitHours;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Makes version n+1 of a proposal out of version n and edits; version n stays as it was. One use. */
final class NextVersion {
    static final Set<ProposalState> EDITABLE =
            Set.of(ProposalState.DRAFT, ProposalState.IN_REVIEW, ProposalState.APPROVED);

    private final Handle handle;
    private final ProposalHead head;
    private final Person person;
    private final OffsetDateTime now;
    private final MappingConfig mapping;
    private final WritePolicyConfig policy;
    private final VisitHours hours;

    NextVersion(
            Handle handle,
            ProposalHead head,
            Person person,
            OffsetDateTime now,
            MappingConfig mapping,
            WritePolicyConfig policy,
            VisitHours hours) {
        this.handle = handle;
        this.head = head;
        this.person = person;
        this.now = now;
        this.mapping = mapping;
        this.policy = policy;
        this.hours = hours;
    }

    static FairpatchException frozen(String id, ProposalState state) {
        return Problem.of(ErrorCode.PROPOSAL_STATE, "Proposal " + id + " is " + state.words() + ": it can't be edited")
                .because("what was approved and written stays as it was, so that it can be checked")
                .maybe("plan again and make a new proposal")
                .exception();
    }

    void save(List<Edit> edits) {
        requireEditable();
        int next = head.version() + 1;
        List<SalesforceId> accounts = edits.stream().map(Edit::account).toList();
        List<AccountFact> facts = AccountFacts.some(handle, head.org(), head.id(), head.version(), accounts);
        List<BookView> books = LineDetails.books(handle, head.org(), head.id(), head.version());
        var copy = new VersionCopy(handle, head, next);
        copy.version(person, now, false);
        copy.lines(commitField());
        copy.books();
        var edited = new EditedBooks(books, hours);
        Map<SalesforceId, AccountFact> byAccount =
                facts.stream().collect(Collectors.toMap(AccountFact::account, Function.identity()));
        var written = new WrittenValues(mapping, policy, effective(), head.id() + ".v" + next);
        var lines = new EditedLines(handle, head, next, person, policy.deciding(), written);
        for (Edit edit : edits) {
            AccountFact fact = byAccount.get(edit.account());
            if (fact != null) {
                edited.move(fact, edit.to());
                lines.put(fact, edit, books);
            }
        }
        copy.loads(edited.changed(), edits.size() + " changes by hand");
        copy.balance(Trial.balance(edited.all()));
        Escalation.raise(handle, head, next, policy);
        finish(next);
    }

    /** The same targets and decisions, with another day from which they hold. */
    void from(LocalDate day) {
        requireEditable();
        int next = head.version() + 1;
        var copy = new VersionCopy(handle, head, next);
        copy.version(person, now, true);
        copy.lines(commitField());
        copy.books();
        finish(next);
        copy.day(mapping.written().getOrDefault("assignedDate", ""), day);
    }

    /** The same without the moves of later phases, each of which becomes a proposal of its own. */
    void part(List<PhaseMaker.Later> later) {
        requireEditable();
        new PhaseMaker(handle, head, person, now, mapping, hours).make(later);
        finish(head.version() + 1);
    }

    private void requireEditable() {
        if (!EDITABLE.contains(head.state())) {
            throw frozen(head.id(), head.state());
        }
        if (head.policyVersion() != policy.version()) {
            throw Problem.of(
                            ErrorCode.PROPOSAL_STATE,
                            "Proposal " + head.id() + " was made under version " + head.policyVersion()
                                    + " of the write policy, which is now at version " + policy.version())
                    .maybe("make a new proposal")
                    .exception();
        }
        if (head.state() != ProposalState.DRAFT) {
            head.become(handle, ProposalState.DRAFT);
        }
    }

    private void finish(int next) {
        EditTable.drop(handle, head.org(), head.id(), head.version(), person, null);
        EditTable.carry(handle, head.org(), head.id(), head.version());
        handle.createUpdate(
                        """
                        UPDATE proposal SET version = :next, fingerprint = NULL, scheduled_for = NULL,
                               scheduled_by = NULL, scheduled_note = NULL
                        WHERE org_id = :org AND id = :id
                        """)
                .bind("next", next)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .execute();
        head.touch(handle);
    }

    private String commitField() {
        return mapping.written().getOrDefault("commit", "");
    }

    private LocalDate effective() {
        return handle.createQuery(
                        "SELECT coalesce(effective, (created_at AT TIME ZONE 'UTC')::date) FROM proposal WHERE org_id = :org AND id = :id")
                .bind("org", head.org().value())
                .bind("id", head.id())
                .mapTo(LocalDate.class)
                .one();
    }
}
