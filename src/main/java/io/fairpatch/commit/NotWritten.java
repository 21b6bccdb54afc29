package io.fairpatch.commit;

/** Which lines of a proposal no commit has written yet, as a condition of statements. */
final class NotWritten {
    /**
     * For a {@code proposal_line} called l. What was confirmed once is final: a retry passes over it. OFFSET 0 makes it one
     * look-up by index of each account, also before the statistics know of a run's intents.
     */
    static final String YET =
            """
            NOT EXISTS (
                SELECT 1 FROM write_intent w
                WHERE w.org_id = l.org_id AND w.proposal_id = l.proposal_id
                AND w.account_id = l.account_id AND w.state = 'CONFIRMED'
                OFFSET 0)
            """;

    private NotWritten() {}
}
