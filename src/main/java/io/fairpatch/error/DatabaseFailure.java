package io.fairpatch.error;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a database that is away, full or closed to us from a fault of ours, by the SQL state: its first two characters
 * are its class, in the SQL standard and in PostgreSQL alike (PostgreSQL's manual, appendix A).
 */
public final class DatabaseFailure {
    private static final String READ_ONLY = "25006";
    private static final String NO_RIGHT = "42501";
    /** How PostgreSQL refuses the character NUL: in a text, and written as an escape in JSON. */
    private static final Set<String> NUL = Set.of("22021", "22P05");

    private DatabaseFailure() {}

    /** Whether it is worth trying again: connection lost, server stopped or starting, disk or connections used up. */
    public static boolean passes(Throwable failure) {
        return causes(failure).anyMatch(DatabaseFailure::passing);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    /** 08 connection, 53 resources, 57P shutdown, 58 system. */
    private static boolean passing(Throwable cause) {
        return cause instanceof SQLTransientConnectionException
                || of(cause, "08")
                || of(cause, "53")
                || of(cause, "57P")
                || of(cause, "58");
    }

    private static boolean of(Throwable cause, String state) {
        return cause instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith(state);
    }

    /** What a person should know of a failure of the database; empty for what is a fault of ours. */
    static Optional<Problem> within(Throwable failure) {
        return nul(failure).or(() -> refusal(failure)).or(() -> outage(failure));
    }

    private static Optional<Problem> nul(Throwable failure) {
        return causes(failure)
                .filter(cause -> cause instanceof SQLException sql && NUL.contains(sql.getSQLState()))
                .findFirst()
                .map(cause -> Problem.of(ErrorCode.REQUEST_INVALID, "A text holds a character that no text has: NUL")
                        .maybe("take it out, or type the text anew, and send it again."));
    }

    private static Optional<Problem> outage(Throwable failure) {
        return said(failure, DatabaseFailure::passing).map(said -> Problem.of(
                        ErrorCode.DATABASE_UNREACHABLE, "The database does not answer, or has no room left")
                .because(said)
                .maybe("check that it runs and has disk space, and FAIRPATCH_DB_URL where it is set; then run"
                        + " it again: what was under way is gone on with."));
    }

    /** 28 sign-in, 3D no such database. */
    private static Optional<Problem> refusal(Throwable failure) {
        return said(failure, cause -> of(cause, "28") || of(cause, "3D") || of(cause, NO_RIGHT) || of(cause, READ_ONLY))
                .map(said -> Problem.of(ErrorCode.DATABASE_REFUSED, "The database does not let us in, or not write")
                        .because(said)
                        .maybe("check FAIRPATCH_DB_URL, FAIRPATCH_DB_USER and FAIRPATCH_DB_PASSWORD: the database must"
                                + " exist, be no read-only replica, and let that user create tables."));
    }

    /** What the innermost of such causes says. */
    private static Optional<String> said(Throwable failure, Predicate<Throwable> such) {
        return causes(failure).filter(such).reduce((outer, inner) -> inner).map(cause -> firstLine(cause.getMessage()));
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
