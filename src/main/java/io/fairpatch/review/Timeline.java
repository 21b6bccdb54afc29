package io.fairpatch.review;

import io.fairpatch.model.AuditFilter;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.AuditEntry;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who did what, when, from the chained log; nothing here changes it. Callers check the right to see. Thread-safe. */
@Singleton
public final class Timeline {
    private final AuditLog audit;

    public Timeline(AuditLog audit) {
        this.audit = audit;
    }

    /**
     * One line.
     *
     * @param details JSON, keys in alphabetical order
     * @param hash SHA-256 over the previous line's hash and this line, hexadecimal
     */
    public record Event(
            long seq, Instant at, String actor, String action, String subject, String details, String hash) {}

    /** Lines before a number, newest first. */
    public List<Event> before(SalesforceId org, AuditFilter filter, long seq, int most) {
        return audit.newest(org, filter, seq, most).stream()
                .map(Timeline::event)
                .toList();
    }

    /** Lines after a number, oldest first; 0 for all. */
    public List<Event> after(SalesforceId org, AuditFilter filter, long seq, int most) {
        return audit.entries(org, filter, seq, most).stream()
                .map(Timeline::event)
                .toList();
    }

    /** The first line that was changed, or that follows a missing one; empty when all hang together. */
    public Optional<Long> firstBroken(SalesforceId org) {
        return audit.verify(org);
    }

    private static Event event(AuditEntry entry) {
        return new Event(
                entry.seq(), entry.at(), entry.actor(), entry.action(), entry.subject(), entry.details(), entry.hash());
    }
}
