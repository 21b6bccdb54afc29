package io.fairpatch.model;

/**
 * Who covers an account and how: the cell of value band x growth in {@code scoring.yml}.
 *
 * @param role the kind of seller, or the team, that should have the account
 * @param strategy what to do there, in a few words
 * @param agent whether a rep with a book covers it, or a team whose book has no band
 */
public record Play(String role, String strategy, Agent agent) {
    /** Who carries the accounts of a play. */
    public enum Agent {
        REP,
        CUSTOMER_SUCCESS,
        AUTOMATION
    }
}
