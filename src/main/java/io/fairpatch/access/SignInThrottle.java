package io.fairpatch.access;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/** Makes a name wait after failed sign-ins in a row: the fifth waits 30 seconds, each further one twice as long. */
final class SignInThrottle {
    static final int FREE_FAILURES = 4;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration FORGET_AFTER = Duration.ofDays(1);
    private static final int LONGEST_NAME = 80;

    private final Jdbi jdbi;
    private final Clock clock;

    SignInThrottle(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void refuseWhileBlocked(SalesforceId org, String name) {
        jdbi.withHandle(h -> h.createQuery(
                                """
                                SELECT blocked_until FROM sign_in_failure
                                WHERE org_id = :org AND name = :name AND blocked_until > :now
                                """)
                        .bind("org", org.value())
                        .bind("name", cut(name))
                        .bind("now", now())
                        .mapTo(OffsetDateTime.class)
                        .findOne())
                .ifPresent(until -> {
                    long seconds = Math.max(1, Duration.between(now(), until).toSeconds());
                    throw Problem.of(ErrorCode.ACCESS_SIGN_IN, "Too many failed sign-ins for this name")
                            .maybe("try again in " + seconds + " seconds")
                            .exception();
                });
    }

    void failed(SalesforceId org, String name) {
        jdbi.useTransaction(h -> {
            h.createUpdate("DELETE FROM sign_in_failure WHERE org_id = :org AND last_at < :old")
                    .bind("org", org.value())
                    .bind("old", now().minus(FORGET_AFTER))
                    .execute();
            int failures = h.createQuery(
                            """
                            INSERT INTO sign_in_failure (org_id, name, failures, last_at, blocked_until)
                            VALUES (:org, :name, 1, :now, :now)
                            ON CONFLICT (org_id, name) DO UPDATE
                            SET failures = sign_in_failure.failures + 1, last_at = :now
                            RETURNING failures
                            """)
                    .bind("org", org.value())
                    .bind("name", cut(name))
                    .bind("now", now())
                    .mapTo(Integer.class)
                    .one();
            h.createUpdate("UPDATE sign_in_failure SET blocked_until = :until WHERE org_id = :org AND name = :name")
                    .bind("until", now().plus(waitAfter(failures)))
                    .bind("org", org.value())
                    .bind("name", cut(name))
                    .execute();
        });
    }

    void succeeded(SalesforceId org, String name) {
        jdbi.useHandle(h -> h.createUpdate("DELETE FROM sign_in_failure WHERE org_id = :org AND name = :name")
                .bind("org", org.value())
                .bind("name", cut(name))
                .execute());
    }

    static Duration waitAfter(int failures) {
        if (failures <= FREE_FAILURES) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - FREE_FAILURES - 1, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static String cut(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
