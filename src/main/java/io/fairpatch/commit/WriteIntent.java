package io.fairpatch.commit;

import io.fairpatch.review.FieldValues;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * One intended write as the engine needs it.
 *
 * @param after what to write
 * @param base what the plan was made on
 * @param attempts how often its batch was told to start
 */
record WriteIntent(String run, String account, FieldValues after, FieldValues base, int attempts) {
    /** How often a row is sent before it is left alone: locks and cut-off jobs pass, but not for ever. */
    static final int MOST_ATTEMPTS = 4;

    static WriteIntent of(ResultSet row) throws SQLException {
        return new WriteIntent(
                row.getString("run_id"),
                row.getString("account_id"),
                FieldValues.parse(row.getString("after")),
                FieldValues.parse(row.getString("base")),
                row.getInt("attempts"));
    }
}
