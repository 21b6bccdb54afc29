package io.fairpatch.commit;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** Tells a database that went away for a while from a fault of ours. */
final class DatabaseOutage {
    private DatabaseOutage() {}

    /** Whether it is worth trying again: connection lost, server stopped or starting, disk or connections used up. */
    static boolean passes(JdbiException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && passing(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Classes of the SQL standard and of PostgreSQL: 08 connection, 53 resources, 57P shutdown, 58 system. */
    private static boolean passing(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.startsWith("58"));
    }
}
