package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.config.DecidingConfig;
import io.fairpatch.model.SalesforceId;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a manager says of lines of the own team, and what becomes of them by the write policy. One use. */
final class ManagerDecisions {
    private static final String SELECT =
            """
            SELECT account_id, change, from_manager, to_manager, potential_cents, decision, coalesce((
                SELECT a.named FROM proposal_account a WHERE a.org_id = proposal_line.org_id
                AND a.proposal_id = proposal_line.proposal_id AND a.account_id = proposal_line.account_id), false) AS named
            FROM proposal_line WHERE
            """;
    private static final String OF_TEAM =
            """
             AND kind = 'MOVE' AND (from_manager = :team OR to_manager = :team)
            AND (CAST(:accounts AS text[]) IS NULL OR account_id = ANY(:accounts))
            ORDER BY account_id
            """;

    private final Handle handle;
    private final ProposalHead head;
    private final Person person;
    private final SalesforceId user;
    private final OffsetDateTime now;
    private final DecidingConfig policy;
    private final Voices voices;
    private int changed;
    private int heard;
    private int left;
    private int contested;

    ManagerDecisions(
            Handle handle,
            ProposalHead head,
            Person person,
            SalesforceId user,
            OffsetDateTime now,
            DecidingConfig policy) {
        this.handle = handle;
        this.head = head;
        this.person = person;
        this.user = user;
        this.now = now;
        this.policy = policy;
        this.voices = new Voices(handle, head);
    }

    LineDecisions.Outcome decide(Selection selection, Decision next, @Nullable String reason) {
        Map<String, Map<String, Boolean>> said = voices.all();
        long approved = approvedByMe();
        for (Line line : lines(selection)) {
            if (next == Decision.UNDECIDED) {
                reopen(line);
                continue;
            }
            boolean yes = next == Decision.APPROVED;
            if (yes && !Ruling.inside(policy.routine(), line.change, line.cents, line.named, approved)) {
                left++;
                continue;
            }
            var mine = new HashMap<>(said.getOrDefault(line.account, Map.of()));
            mine.put(user.value(), yes);
            if (apply(line, Ruling.of(line.change, line.concerned(), mine), next, reason, yes)) {
                approved += yes ? 1 : 0;
            }
        }
        return new LineDecisions.Outcome(changed, heard, left, contested);
    }

    /** Whether the line is decided now. */
    private boolean apply(Line line, Ruling ruling, Decision next, @Nullable String reason, boolean yes) {
        if (ruling == Ruling.LEAVE) {
            left++;
            return false;
        }
        voices.say(line.account, user, person, yes, reason, now);
        switch (ruling) {
            case APPROVE -> set(line, Decision.APPROVED, null);
            case DECLINE -> set(line, next == Decision.DEFERRED ? next : Decision.DECLINED, reason);
            case CONTEST -> contest(line);
            case WAIT, LEAVE -> heard++;
        }
        return ruling == Ruling.APPROVE || ruling == Ruling.DECLINE;
    }

    private void set(Line line, Decision decision, @Nullable String reason) {
        changed += voices.set(line.account, decision, person.name(), reason, now);
    }

    private void contest(Line line) {
        contested++;
        voices.contest(line.account, now.plusDays(policy.contestedDays()));
    }

    private void reopen(Line line) {
        voices.unsay(line.account, user);
        if (line.decision != Decision.UNDECIDED && line.change != ChangeKind.REDESIGN) {
            changed += voices.set(line.account, Decision.UNDECIDED, null, null, null);
        }
    }

    /** In all phases together, so that parting a proposal does not widen the guardrail. */
    private long approvedByMe() {
        return handle.createQuery(
                        """
                        SELECT count(*) FROM proposal p JOIN proposal_line l ON l.org_id = p.org_id
                            AND l.proposal_id = p.id AND l.version = p.version
                        WHERE p.org_id = :org AND l.decision = 'APPROVED' AND l.decided_by = :person
                        AND (p.id = :id OR p.phase_of = (SELECT phase_of FROM proposal WHERE org_id = :org AND id = :id))
                        """)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("person", person.name())
                .mapTo(Long.class)
                .one();
    }

    private List<Line> lines(Selection selection) {
        LineFilter filter = selection.filter() == null ? LineFilter.ALL : selection.filter();
        return LineSql.bind(
                        handle.createQuery(SELECT + LineSql.matches(filter) + OF_TEAM),
                        head.org(),
                        head.id(),
                        head.version(),
                        filter)
                .bind("team", user.value())
                .bind("accounts", LineSql.accounts(selection.accounts()))
                .map((row, context) -> new Line(
                        row.getString("account_id"),
                        ChangeKind.valueOf(row.getString("change")),
                        row.getString("from_manager"),
                        row.getString("to_manager"),
                        row.getLong("potential_cents"),
                        Decision.valueOf(row.getString("decision")),
                        row.getBoolean("named")))
                .list();
    }

    private record Line(
            String account,
            ChangeKind change,
            @Nullable String fromManager,
            @Nullable String toManager,
            long cents,
            Decision decision,
            boolean named) {
        Set<String> concerned() {
            return Stream.of(fromManager, toManager).filter(Objects::nonNull).collect(Collectors.toSet());
        }
    }
}
