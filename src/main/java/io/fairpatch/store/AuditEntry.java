package io.fairpatch.store;

import java.time.Instant;

/**
 * One line of the audit log.
 *
 * @param seq 1, 2, 3 ... within an org
 * @param actor the person, or "system"
 * @param action what was done, for example proposal.approved
 * @param subject what it was done to, for example proposal/7
 * @param details JSON, keys in alphabetical order
 * @param hash SHA-256 over the previous line's hash and this line, hexadecimal
 */
public record AuditEntry(
        long seq, Instant at, String actor, String action, String subject, String details, String hash) {}
