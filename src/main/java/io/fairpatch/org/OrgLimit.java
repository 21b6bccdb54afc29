package io.fairpatch.org;

/** An allocation of the org: most, and what is left in the running 24 hours. */
public record OrgLimit(long max, long remaining) {}
