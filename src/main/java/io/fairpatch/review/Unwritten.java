package io.fairpatch.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Why an approved line is not in the org after a commit, by the commit's ledger. Another commit may write it still. */
public enum Unwritten {
    REJECTED("the CRM refused it"),
    DRIFTED("somebody had changed the account"),
    CANCELLED("the commit ended before it"),
    UNKNOWN("nobody knows yet whether the CRM has it");

    private final String words;

    Unwritten(String words) {
        this.words = words;
    }

    /** In a person's words, as the end of a sentence. */
    public String words() {
        return words;
    }

    /**
     * SQL that says whether a line's change is, or is still meant to be, in the org: nobody kept it as it is, and no
     * commit ended without writing it. Binds {@code :org}.
     *
     * @param line the name of the line's table in the query
     * @param proposal the name under which the proposal's id is bound
     */
    static String standing(String line, String proposal) {
        return "(" + line + ".decision NOT IN ('DECLINED', 'DEFERRED') AND " + line + ".account_id NOT IN ("
                + "SELECT account_id FROM unwritten_line WHERE org_id = :org AND proposal_id = :" + proposal + "))";
    }

    /** SQL that reads the same of lines of the table {@code proposal_line} themselves, as {@code unwritten}. */
    static final String COLUMN =
            """
            (SELECT u.state FROM unwritten_line u
             WHERE u.org_id = proposal_line.org_id AND u.proposal_id = proposal_line.proposal_id
             AND u.account_id = proposal_line.account_id) AS unwritten
            """;

    static @Nullable Unwritten of(ResultSet row) throws SQLException {
        String state = row.getString("unwritten");
        return state == null ? null : valueOf(state);
    }
}
