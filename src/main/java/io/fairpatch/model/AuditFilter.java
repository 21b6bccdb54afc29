package io.fairpatch.model;

import org.jspecify.annotations.Nullable;

/**
 * Which lines of the audit log; null is any.
 *
 * @param actor exactly
 * @param action exactly, or its first part: {@code commit} is every commit.start, commit.stop, commit.end
 * @param subject exactly
 */
public record AuditFilter(@Nullable String actor, @Nullable String action, @Nullable String subject) {
    public static final AuditFilter ALL = new AuditFilter(null, null, null);
}
