package io.fairpatch.review;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.config.CoverageConfig;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.VisitHours;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Changes that are written step by step, each step with its own day, review, approval, commit and undo. Parting makes
 * the proposal's next version, a draft; decisions go along. Thread-safe.
 */
@Singleton
public final class Phases {
    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditLog audit;
    private final MappingConfig mapping;
    private final WritePolicyConfig policy;
    private final VisitHours hours;

    public Phases(
            Jdbi jdbi,
            Clock clock,
            AuditLog audit,
            MappingConfig mapping,
            WritePolicyConfig policy,
            CoverageConfig coverage) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
        this.mapping = mapping;
        this.policy = policy;
        this.hours = new VisitHours(coverage);
    }

    /** The phases that the proposal is one of, by their day; empty when it stands alone. */
    public List<Phase> of(SalesforceId org, String id) {
        return jdbi.withHandle(h -> PhaseSql.list(h, org, id));
    }

    /**
     * Spreads the moves over phases; declined ones stay where they are.
     *
     * @throws FairpatchException PROPOSAL_STATE once it is being written, REQUEST_INVALID when nothing would wait
     */
    public List<Phase> spread(SalesforceId org, String id, long revision, PhasePlan plan, Person person) {
        Rights.require(person, Action.PROPOSE);
        return part(org, id, revision, person, Map.of("plan", plan.toString()), (h, head, first) -> {
            List<List<SalesforceId>> phases = new PhaseSplit(PhaseSql.moves(h, head)).by(plan);
            var later = new ArrayList<PhaseMaker.Later>();
            for (int phase = 1; phase < phases.size(); phase++) {
                later.add(new PhaseMaker.Later(first.plusDays((long) phase * plan.everyDays()), phases.get(phase)));
            }
            return later;
        });
    }

    /**
     * Lets the selected moves, and the rest of their families, wait for a day of their own.
     *
     * @throws FairpatchException SCHEDULE for a day that is not after the proposal's own, else as {@link #spread}
     */
    public List<Phase> later(
            SalesforceId org, String id, long revision, Selection selection, LocalDate day, Person person) {
        Rights.require(person, Action.PROPOSE);
        return part(org, id, revision, person, Map.of("day", day.toString()), (h, head, first) -> {
            requireAfter(first, day);
            List<PhaseSplit.Move> moves = PhaseSql.moves(h, head);
            List<SalesforceId> whole = new PhaseSplit(moves).whole(PhaseSql.selected(h, head, selection));
            if (whole.size() == moves.size()) {
                throw Problem.of(ErrorCode.REQUEST_INVALID, "These are all moves of proposal " + id)
                        .maybe("change the day from which the whole proposal holds instead")
                        .exception();
            }
            return List.of(new PhaseMaker.Later(day, whole));
        });
    }

    /** Says what waits for when. */
    private interface Split {
        List<PhaseMaker.Later> later(Handle handle, ProposalHead head, LocalDate first);
    }

    private List<Phase> part(
            SalesforceId org, String id, long revision, Person person, Map<String, String> asked, Split split) {
        return jdbi.inTransaction(h -> {
            ProposalHead head = ProposalHead.lock(h, org, id);
            head.requireRevision(revision);
            List<PhaseMaker.Later> later = split.later(h, head, first(h, head)).stream()
                    .filter(phase -> !phase.accounts().isEmpty())
                    .toList();
            if (later.isEmpty()) {
                throw Problem.of(ErrorCode.REQUEST_INVALID, "No move of proposal " + id + " would wait")
                        .maybe("choose other moves, or let those of all reps wait")
                        .exception();
            }
            new NextVersion(h, head, person, now(), mapping, policy, hours).part(later);
            audit.append(h, org, person.name(), "proposal.phases", id, asked);
            return PhaseSql.list(h, org, id);
        });
    }

    /** The day of the first phase. */
    private LocalDate first(Handle handle, ProposalHead head) {
        return ProposalSummaries.one(handle, head.org(), head.id()).holdsFrom(LocalDate.now(clock));
    }

    private static void requireAfter(LocalDate first, LocalDate day) {
        if (!day.isAfter(first) || day.isAfter(first.plusDays(Edits.FURTHEST_DAYS))) {
            throw Problem.of(ErrorCode.SCHEDULE, "The day (" + day + ") must come after " + first + ", within a year")
                    .maybe("choose a later day; " + first + " is when the other moves hold")
                    .exception();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
