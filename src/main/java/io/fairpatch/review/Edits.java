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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Targets changed by hand: tried out by a person first, with what they would do, then saved as the next version of the
 * proposal. Thread-safe.
 */
@Singleton
public final class Edits {
    private static final int KEPT = 16;
    static final long FURTHEST_DAYS = 370;

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditLog audit;
    private final MappingConfig mapping;
    private final WritePolicyConfig policy;
    private final VisitHours hours;
    private final Remembered<Seen, List<BookView>> books = new Remembered<>(KEPT);
    private final ProposalQueries queries;

    public Edits(
            Jdbi jdbi,
            Clock clock,
            AuditLog audit,
            MappingConfig mapping,
            WritePolicyConfig policy,
            CoverageConfig coverage,
            ProposalQueries queries) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
        this.mapping = mapping;
        this.policy = policy;
        this.hours = new VisitHours(coverage);
        this.queries = queries;
    }

    /**
     * Tries a target out; the proposal stays as it is.
     *
     * @throws FairpatchException EDIT_RULE when a hard rule forbids it, PROPOSAL_STATE when the
     *     proposal is being written or done
     */
    public WhatIf tryOut(SalesforceId org, String id, Edit edit, Person person) {
        Rights.require(person, Action.EDIT);
        return jdbi.inTransaction(h -> {
            int version = ProposalQueries.version(h, org, id);
            requireOpen(h, org, id);
            AccountFact fact = AccountFacts.one(h, org, id, version, edit.account())
                    .orElseThrow(() -> unknown("account", edit.account()));
            EditRules.check(fact, book(books(h, org, id, version), edit.to()));
            if (edit.to().equals(fact.target())) {
                EditTable.drop(h, org, id, version, person, edit.account());
            } else {
                EditTable.put(h, org, id, version, person, edit, now());
            }
            return whatIf(h, Seen.now(h, org, id), person);
        });
    }

    /**
     * Tries many targets out at once; the proposal stays as it is.
     *
     * @return by account: why its target was not tried out; the others were
     * @throws FairpatchException PROPOSAL_STATE when the proposal is being written or done
     */
    public Map<SalesforceId, Problem> tryOut(SalesforceId org, String id, List<Edit> wanted, Person person) {
        Rights.require(person, Action.EDIT);
        return jdbi.inTransaction(h -> {
            int version = ProposalQueries.version(h, org, id);
            requireOpen(h, org, id);
            List<BookView> books = books(h, org, id, version);
            var facts = AccountFacts.some(h, org, id, version, accounts(wanted)).stream()
                    .collect(Collectors.toMap(AccountFact::account, Function.identity()));
            var refused = new LinkedHashMap<SalesforceId, Problem>();
            for (Edit edit : wanted) {
                try {
                    AccountFact fact = Optional.ofNullable(facts.get(edit.account()))
                            .orElseThrow(() -> unknown("account", edit.account()));
                    EditRules.check(fact, book(books, edit.to()));
                    EditTable.put(h, org, id, version, person, edit, now());
                } catch (FairpatchException e) {
                    refused.put(edit.account(), e.problem());
                }
            }
            return refused;
        });
    }

    /** Forgets an edit that was tried out; with null all of the person's. */
    public WhatIf drop(SalesforceId org, String id, @Nullable SalesforceId account, Person person) {
        return jdbi.inTransaction(h -> {
            Seen seen = Seen.now(h, org, id);
            EditTable.drop(h, org, id, seen.version(), person, account);
            return whatIf(h, seen, person);
        });
    }

    /** What the person tries out now. */
    public WhatIf current(SalesforceId org, String id, Person person) {
        return jdbi.withHandle(h -> whatIf(h, Seen.now(h, org, id), person));
    }

    /**
     * Makes the next version with the person's edits: decisions on other lines stay, those on changed ones are dropped
     * with a note, and it must be submitted again.
     */
    public ProposalSummary save(SalesforceId org, String id, long revision, Person person) {
        Rights.require(person, Action.EDIT);
        return jdbi.inTransaction(h -> {
            ProposalHead head = ProposalHead.lock(h, org, id);
            head.requireRevision(revision);
            List<Edit> edits = EditTable.of(h, org, id, head.version(), person);
            if (edits.isEmpty()) {
                throw Problem.of(ErrorCode.REQUEST_INVALID, "There is no edit to save in proposal " + id)
                        .maybe("give an account another rep first")
                        .exception();
            }
            new NextVersion(h, head, person, now(), mapping, policy, hours).save(edits);
            var details = Map.of(
                    "version",
                    head.version() + 1,
                    "edits",
                    edits.size(),
                    "accounts",
                    accounts(edits).toString());
            audit.append(h, org, person.name(), "proposal.edit", id, details);
            return ProposalSummaries.one(h, org, id);
        });
    }

    /**
     * Sets the day from which the moves hold, which is written as the assigned date: as the next version, with all
     * decisions kept; the whole must be submitted and approved again.
     *
     * @throws FairpatchException SCHEDULE for a day before today or more than a year ahead
     */
    public ProposalSummary effective(SalesforceId org, String id, long revision, LocalDate day, Person person) {
        Rights.require(person, Action.PROPOSE);
        LocalDate today = LocalDate.now(clock);
        if (day.isBefore(today) || day.isAfter(today.plusDays(FURTHEST_DAYS))) {
            throw Problem.of(ErrorCode.SCHEDULE, "The day (" + day + ") must lie between today and a year from now")
                    .maybe("choose another day")
                    .exception();
        }
        return jdbi.inTransaction(h -> {
            ProposalHead head = ProposalHead.lock(h, org, id);
            head.requireRevision(revision);
            new NextVersion(h, head, person, now(), mapping, policy, hours).from(day);
            var details = Map.of("version", head.version() + 1, "day", day.toString());
            audit.append(h, org, person.name(), "proposal.effective", id, details);
            return ProposalSummaries.one(h, org, id);
        });
    }

    /** The same of a proposal as it was read. */
    public WhatIf current(ProposalSummary proposal, Person person) {
        return jdbi.withHandle(h -> whatIf(h, Seen.of(proposal), person));
    }

    private WhatIf whatIf(Handle handle, Seen seen, Person person) {
        List<Edit> edits = EditTable.of(handle, seen.org(), seen.id(), seen.version(), person);
        List<BookView> before = queries.books(handle, seen);
        List<AccountFact> facts = edits.isEmpty() ? List.of() : AccountFacts.standing(handle, seen, accounts(edits));
        return Trial.of(before, edits, facts, hours);
    }

    /** The books of a version never change, once it is there. */
    private List<BookView> books(Handle handle, SalesforceId org, String id, int version) {
        return books.get(new Seen(org, id, version, 0), () -> List.copyOf(LineDetails.books(handle, org, id, version)));
    }

    private static List<SalesforceId> accounts(List<Edit> edits) {
        return edits.stream().map(Edit::account).toList();
    }

    static BookView book(List<BookView> books, SalesforceId rep) {
        return books.stream()
                .filter(view -> view.book().rep().equals(rep))
                .findFirst()
                .orElseThrow(() -> unknown("rep", rep));
    }

    private static RuntimeException unknown(String what, SalesforceId id) {
        return Problem.of(ErrorCode.REQUEST_INVALID, "The " + what + " " + id + " is not in the proposal")
                .maybe("choose one of the proposal's own")
                .exception();
    }

    private static void requireOpen(Handle handle, SalesforceId org, String id) {
        ProposalState state = handle.createQuery("SELECT state FROM proposal WHERE org_id = :org AND id = :id")
                .bind("org", org.value())
                .bind("id", id)
                .mapTo(ProposalState.class)
                .one();
        if (!NextVersion.EDITABLE.contains(state)) {
            throw NextVersion.frozen(id, state);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
