package io.fairpatch.review;

import java.time.LocalDate;

/**
 * Who dealt with an account.
 *
 * @param first owner of the account's oldest deal
 * @param firstOn the day that deal was created
 * @param strongest who owns most of the account's deals, won ones counted twice
 * @param deals how many those are
 */
public record Engagement(String first, LocalDate firstOn, String strongest, int deals) {}
