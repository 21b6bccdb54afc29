package io.fairpatch.review;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** What stands beside the moves of a proposal: actions on reps, managers' words, one account's facts. Thread-safe. */
@Singleton
public final class Workshop {
    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditLog audit;

    public Workshop(Jdbi jdbi, Clock clock, AuditLog audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
    }

    /** Capacity, support and role changes that the proposal asks for. */
    public List<RepAction> actions(SalesforceId org, String id) {
        return jdbi.withHandle(h -> ActionTable.list(h, org, id));
    }

    /** Adds one; while people still decide only. */
    public void addAction(
            SalesforceId org, String id, RepAction.Kind kind, SalesforceId rep, String sentence, Person person) {
        Rights.require(person, Action.EDIT);
        jdbi.useTransaction(h -> {
            ProposalHead head = ProposalHead.lock(h, org, id);
            head.requireState("get further actions", ProposalState.DRAFT, ProposalState.IN_REVIEW);
            String name = Edits.book(LineDetails.books(h, org, id, head.version()), rep)
                    .repName();
            var action = new RepAction(1, kind, rep, name, sentence.strip(), Decision.UNDECIDED, null, person.name());
            ActionTable.add(h, head, action, now());
            head.touch(h);
            audit.append(h, org, person.name(), "proposal.action", id, Map.of("kind", kind, "rep", rep.value()));
        });
    }

    /** Decides on one; who added it can't agree to it. */
    public void decideAction(SalesforceId org, String id, int number, Decision decision, Person person) {
        Rights.require(person, Action.DECIDE_ANY);
        jdbi.useTransaction(h -> {
            ProposalHead head = ProposalHead.lock(h, org, id);
            head.requireState("be decided on", ProposalState.IN_REVIEW);
            RepAction action = ActionTable.list(h, org, id).stream()
                    .filter(one -> one.number() == number)
                    .findFirst()
                    .orElseThrow(() -> Problem.of(ErrorCode.REQUEST_INVALID, "There is no action " + number)
                            .maybe("reload the proposal")
                            .exception());
            if (decision == Decision.APPROVED && action.addedBy().equals(person.name())) {
                throw Problem.of(ErrorCode.FOUR_EYES, person.displayName() + " added the action and can't agree to it")
                        .maybe("ask a colleague")
                        .exception();
            }
            ActionTable.decide(h, head, number, decision, person.name());
            head.touch(h);
            var details = Map.of("number", number, "decision", decision);
            audit.append(h, org, person.name(), "proposal.action.decide", id, details);
        });
    }

    /** What managers said of a line of the current version. */
    public List<Voice> voices(SalesforceId org, String id, SalesforceId account) {
        return voices(org, id, List.of(account)).getOrDefault(account, List.of());
    }

    /** The same of several lines, by account; who said nothing is absent. */
    public Map<SalesforceId, List<Voice>> voices(SalesforceId org, String id, List<SalesforceId> accounts) {
        var voices = new HashMap<SalesforceId, List<Voice>>();
        jdbi.useHandle(h -> h.createQuery(
                        """
                        SELECT account_id, person, agrees, reason, said_at FROM proposal_voice
                        WHERE org_id = :org AND proposal_id = :id AND version = :version
                        AND account_id = ANY(:accounts) ORDER BY said_at
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("version", ProposalQueries.version(h, org, id))
                .bind("accounts", accounts.stream().map(SalesforceId::value).toArray(String[]::new))
                .map((row, context) -> Map.entry(SalesforceId.of(row.getString("account_id")), voice(row)))
                .forEach(said -> voices.computeIfAbsent(said.getKey(), account -> new ArrayList<>())
                        .add(said.getValue())));
        return voices;
    }

    private static Voice voice(ResultSet row) throws SQLException {
        return new Voice(
                row.getString("person"),
                row.getBoolean("agrees"),
                row.getString("reason"),
                row.getObject("said_at", OffsetDateTime.class).toInstant());
    }

    /** What every version said of an account, the newest first. */
    public List<LineVersion> history(SalesforceId org, String id, SalesforceId account) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT l.version, v.created_at, v.created_by, l.kind, l.to_name, l.edited, l.decision,
                               l.decided_by, l.decided_at, l.decline_reason, l.dropped
                        FROM proposal_line l JOIN proposal_version v ON v.org_id = l.org_id
                            AND v.proposal_id = l.proposal_id AND v.version = l.version
                        WHERE l.org_id = :org AND l.proposal_id = :id AND l.account_id = :account
                        ORDER BY l.version DESC
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("account", account.value())
                .map((row, context) -> version(row))
                .list());
    }

    private static LineVersion version(ResultSet row) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new LineVersion(
                row.getInt("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                LineKind.valueOf(row.getString("kind")),
                row.getString("to_name"),
                row.getBoolean("edited"),
                Decision.valueOf(row.getString("decision")),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getString("decline_reason"),
                row.getString("dropped"));
    }

    /** The account as it was planned on, or PROPOSAL_NOT_FOUND when it is not in scope. */
    public AccountFact fact(SalesforceId org, String id, SalesforceId account) {
        return jdbi.withHandle(h -> AccountFacts.one(h, org, id, ProposalQueries.version(h, org, id), account))
                .orElseThrow(() -> Problem.of(
                                ErrorCode.PROPOSAL_NOT_FOUND, "Account " + account + " is not in proposal " + id)
                        .maybe(
                                "look for it among the accounts: it came into the org, or into the scope of mapping.yml, after this proposal was made")
                        .exception());
    }

    /** Several accounts as they were planned on, by id; those not in scope are absent. */
    public Map<SalesforceId, AccountFact> facts(SalesforceId org, String id, List<SalesforceId> accounts) {
        return jdbi.withHandle(
                h -> AccountFacts.some(h, org, id, ProposalQueries.version(h, org, id), accounts).stream()
                        .collect(Collectors.toMap(AccountFact::account, Function.identity())));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
