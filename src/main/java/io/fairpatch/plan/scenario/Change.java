package io.fairpatch.plan.scenario;

/**
 * What a scenario disturbs.
 *
 * @param moves accounts that change their rep or get their first
 * @param potentialCents what they could bring a year
 * @param relationships moved accounts that buy from us or had an activity in the last 90 days, and have a rep to lose
 * @param repsTouched reps whose books change
 */
public record Change(int moves, long potentialCents, int relationships, int repsTouched) {}
