package io.fairpatch.commit;

import io.fairpatch.org.WriteResult;
import io.fairpatch.review.FieldValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One intended write as the engine needs it.
 *
 * @param after what to write
 * @param base what the plan was made on
 * @param attempts how often it was put into a batch that was told to start, or that waits for it
 * @param answer what the org last said of the row; null when it said nothing
 */
record WriteIntent(
        String run, String account, FieldValues after, FieldValues base, int attempts, @Nullable Answer answer) {
    /** How often a row is sent before it is left alone: locks and cut-off jobs pass, but not for ever. */
    static final int MOST_ATTEMPTS = 4;

    static final String CHANGED = "CHANGED";
    static final String LOCKED = "UNABLE_TO_LOCK_ROW";

    static WriteIntent of(ResultSet row) throws SQLException {
        return new WriteIntent(
                row.getString("run_id"),
                row.getString("account_id"),
                FieldValues.parse(row.getString("after")),
                FieldValues.parse(row.getString("base")),
                row.getInt("attempts"),
                Answer.of(row));
    }

    /**
     * What the org said of a row.
     *
     * @param code the org's status code when it failed
     */
    record Answer(WriteResult.Fate fate, @Nullable String code, @Nullable String message) {
        static @Nullable Answer of(ResultSet row) throws SQLException {
            String fate = row.getString("receipt");
            return fate == null
                    ? null
                    : new Answer(WriteResult.Fate.valueOf(fate), row.getString("code"), row.getString("message"));
        }

        /** A row that was changed between guard and write, as the org itself says. */
        boolean changed() {
            return CHANGED.equals(code);
        }

        /** A row that something else held at that moment: it passes. */
        boolean locked() {
            return LOCKED.equals(code);
        }
    }
}
