package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.time.Instant;
import java.time.LocalDate;

/** An account that stays with its rep through {@code until}, whatever a plan would say. */
public record Pin(
        SalesforceId account, SalesforceId rep, LocalDate until, String reason, String pinnedBy, Instant pinnedAt) {}
