package io.fairpatch.review;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What people do with a proposal. Every change names the revision the person saw and is refused with PROPOSAL_STALE when
 * it is not the current one; states go only where {@link ProposalState} allows. Thread-safe.
 */
@Singleton
public final class ProposalService {
    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditLog audit;
    private final WritePolicyConfig policy;

    /** {@code policy} says who decides on which kind of change. */
    public ProposalService(Jdbi jdbi, Clock clock, AuditLog audit, WritePolicyConfig policy) {
        this.policy = policy;
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
    }

    /** Stores a plan as a new proposal in DRAFT. {@code author} is {@link Person#system} when no person asked. */
    public ProposalSummary create(ProposalDraft draft, Person author) {
        Rights.require(author, Action.PROPOSE);
        return jdbi.inTransaction(h -> store(h, ProposalIds.next(h, draft.org(), now()), draft, author));
    }

    /**
     * The same for a job, which may be run again after its process died: a second call finds the proposal of the first,
     * whatever became of it since.
     */
    public ProposalSummary createOnce(UUID job, long plan, ProposalDraft draft, Person author) {
        Rights.require(author, Action.PROPOSE);
        return jdbi.inTransaction(h -> {
            String id = ProposalIds.next(h, draft.org(), now());
            Optional<String> made = ProposalIds.madeBy(h, draft.org(), job);
            if (made.isPresent()) {
                return ProposalSummaries.one(h, draft.org(), made.get());
            }
            ProposalIds.requireNew(h, draft.org(), plan);
            store(h, id, draft, author);
            ProposalIds.claim(h, draft.org(), id, job, plan);
            return ProposalSummaries.one(h, draft.org(), id);
        });
    }

    private ProposalSummary store(Handle h, String id, ProposalDraft draft, Person author) {
        OffsetDateTime now = now();
        var drafting = new LineDrafting(draft, id + ".v1");
        List<LineDraft> lines = drafting.lines();
        var inserts = new ProposalInserts(h, draft, id);
        inserts.proposal(author, now);
        inserts.version(author, now);
        inserts.lines(lines);
        new BookInserts(draft, id).into(h);
        new AccountInserts(draft, id, drafting).into(h);
        ProposalInserts.count(h, lines.size());
        var details = Map.of("snapshot", draft.snapshot(), "lines", lines.size());
        audit.append(h, draft.org(), author.name(), "proposal.create", id, details);
        return ProposalSummaries.one(h, draft.org(), id);
    }

    /** DRAFT to IN_REVIEW: the version is fixed and people can approve. */
    public ProposalSummary submit(SalesforceId org, String id, long revision, Person person) {
        Rights.require(person, Action.PROPOSE);
        return become(org, id, revision, ProposalState.IN_REVIEW, person, "proposal.submit");
    }

    /**
     * Decides on the selected moves; stamps in the selection are left alone, see {@link #decideStamps}. A manager
     * decides on moves from or to the own team only; others in the selection are left alone.
     *
     * @param reason required for a decline
     */
    public Decided decide(
            SalesforceId org,
            String id,
            long revision,
            Selection selection,
            Decision decision,
            @Nullable String reason,
            Person person) {
        return decide(LineKind.MOVE, org, id, revision, selection, decision, reason, person);
    }

    /** Decides on all stamps at once. */
    public Decided decideStamps(
            SalesforceId org, String id, long revision, Decision decision, @Nullable String reason, Person person) {
        var all = Selection.matching(LineFilter.ALL);
        return decide(LineKind.STAMP, org, id, revision, all, decision, reason, person);
    }

    /**
     * Approves the proposal as decided: every line must be decided on and at least one approved. The last approval that
     * the write policy asks for fixes the commit set and its fingerprint.
     */
    public ProposalSummary approve(SalesforceId org, String id, long revision, Person person) {
        Rights.require(person, Action.APPROVE);
        return change(org, id, revision, (h, head) -> {
            Contests.expire(h, head, now(), audit);
            String fingerprint = new Approval(h, head, person, now()).approve();
            var details = Map.of("version", head.version(), "fingerprint", fingerprint);
            audit.append(h, org, person.name(), "proposal.approve", id, details);
        });
    }

    /** Takes a proposal back; before it is being written only. */
    public ProposalSummary withdraw(SalesforceId org, String id, long revision, Person person) {
        Rights.require(person, Action.PROPOSE);
        return become(org, id, revision, ProposalState.WITHDRAWN, person, "proposal.withdraw");
    }

    /** Marks a proposal as overtaken by the org or by a newer plan; before it is being written only. */
    public ProposalSummary markStale(SalesforceId org, String id, long revision, Person person) {
        Rights.require(person, Action.PROPOSE);
        return become(org, id, revision, ProposalState.STALE, person, "proposal.stale");
    }

    /**
     * What a decision did.
     *
     * @param changed lines whose decision is now another
     * @param heard lines on which a manager's word was noted and more must be said
     * @param left lines that are not for this person to decide
     * @param contested lines on which managers now disagree
     */
    public record Decided(int changed, int heard, int left, int contested, ProposalSummary proposal) {}

    private Decided decide(
            LineKind kind,
            SalesforceId org,
            String id,
            long revision,
            Selection selection,
            Decision decision,
            @Nullable String reason,
            Person person) {
        return jdbi.inTransaction(h -> {
            ProposalHead head = ProposalHead.lock(h, org, id);
            head.requireRevision(revision);
            Contests.expire(h, head, now(), audit);
            var outcome = new LineDecisions(h, head, person, now(), policy.deciding())
                    .decide(kind, selection, decision, reason);
            head.touch(h);
            var details = Map.of(
                    "kind",
                    kind,
                    "decision",
                    decision,
                    "reason",
                    Objects.requireNonNullElse(reason, ""),
                    "version",
                    head.version(),
                    "changed",
                    outcome.changed(),
                    "selection",
                    describe(selection));
            audit.append(h, org, person.name(), "proposal.decide", id, details);
            return new Decided(
                    outcome.changed(),
                    outcome.heard(),
                    outcome.left(),
                    outcome.contested(),
                    ProposalSummaries.one(h, org, id));
        });
    }

    private ProposalSummary become(
            SalesforceId org, String id, long revision, ProposalState next, Person person, String action) {
        return change(org, id, revision, (h, head) -> {
            head.become(h, next);
            audit.append(h, org, person.name(), action, id, Map.of("version", head.version()));
        });
    }

    private static String describe(Selection selection) {
        LineFilter filter = selection.filter();
        return filter == null
                ? String.join(
                        ", ",
                        selection.accounts().stream().map(SalesforceId::value).toList())
                : filter.words();
    }

    private ProposalSummary change(SalesforceId org, String id, long revision, Change change) {
        return jdbi.inTransaction(h -> {
            ProposalHead head = ProposalHead.lock(h, org, id);
            head.requireRevision(revision);
            change.apply(h, head);
            head.touch(h);
            return ProposalSummaries.one(h, org, id);
        });
    }

    private interface Change {
        void apply(Handle handle, ProposalHead head);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
