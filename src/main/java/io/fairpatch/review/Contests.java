package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Accounts that managers disagree on: when no approver decides in time, they stay where they are, whether anybody comes
 * by or not. Thread-safe.
 */
@Singleton
public final class Contests {
    private static final String SERVICE = "fairpatch";

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditLog audit;

    public Contests(Jdbi jdbi, Clock clock, AuditLog audit) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
    }

    /** Declines what is contested and over its deadline in every proposal under review; returns how many moves. */
    public int expireAll(SalesforceId org) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return overdue(org, now).stream()
                .mapToInt(id -> jdbi.inTransaction(h -> {
                    ProposalHead head = ProposalHead.lock(h, org, id);
                    int expired = expire(h, head, now, audit);
                    if (expired > 0) {
                        head.touch(h);
                    }
                    return expired;
                }))
                .sum();
    }

    private List<String> overdue(SalesforceId org, OffsetDateTime now) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT DISTINCT p.id FROM proposal p
                        JOIN proposal_line l ON l.org_id = p.org_id AND l.proposal_id = p.id AND l.version = p.version
                        WHERE p.org_id = :org AND p.state = 'IN_REVIEW'
                        AND l.change = 'CONTESTED' AND l.decision = 'UNDECIDED' AND l.contested_by < :now
                        """)
                .bind("org", org.value())
                .bind("now", now)
                .mapTo(String.class)
                .list());
    }

    /** Declines what is contested and over its deadline; returns how many moves. */
    static int expire(Handle handle, ProposalHead head, OffsetDateTime now, AuditLog audit) {
        if (head.state() != ProposalState.IN_REVIEW) {
            return 0;
        }
        int expired = handle.createUpdate(
                        """
                        UPDATE proposal_line SET decision = 'DECLINED', decided_by = :service, decided_at = :now,
                               decline_reason = 'Contested, and no approver decided before the deadline: it stays'
                        WHERE org_id = :org AND proposal_id = :id AND version = :version
                        AND change = 'CONTESTED' AND decision = 'UNDECIDED' AND contested_by < :now
                        """)
                .bind("service", SERVICE)
                .bind("org", head.org().value())
                .bind("id", head.id())
                .bind("version", head.version())
                .bind("now", now)
                .execute();
        if (expired > 0) {
            var details = Map.of("version", head.version(), "stay", expired);
            audit.append(handle, head.org(), SERVICE, "proposal.contest.over", head.id(), details);
        }
        return expired;
    }
}
