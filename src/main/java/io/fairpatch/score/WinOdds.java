package io.fairpatch.score;

/**
 * What an account can expect, from its segment or the nearest parent with enough deals.
 *
 * @param probability of a win, above 0 and at most 1
 * @param deals closed deals behind {@code probability}
 * @param basis whose deals, in words
 * @param averageWonCents mean won amount, 0 when no deal was ever won with an amount
 * @param note what was assumed, empty when nothing was
 */
record WinOdds(double probability, int deals, String basis, long averageWonCents, String wonBasis, String note) {}
