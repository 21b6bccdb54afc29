package io.fairpatch.plan.rules;

/** What missing something costs: cents for each account by which a book misses its mix. */
public record Rates(long mixCents) {}
