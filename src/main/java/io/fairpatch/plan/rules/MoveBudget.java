package io.fairpatch.plan.rules;

/** Most accounts that may change their rep. */
public record MoveBudget(int accounts) {}
