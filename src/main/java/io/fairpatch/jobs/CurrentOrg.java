package io.fairpatch.jobs;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.OrgConnection;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Which org this installation works on: the one it was last connected to. Thread-safe. */
@Singleton
public class CurrentOrg {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Provider<OrgConnection> connection;

    private volatile @Nullable Read known;

    CurrentOrg(Jdbi jdbi, Clock clock, Provider<OrgConnection> connection) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.connection = connection;
    }

    private record Read(Optional<KnownOrg> org, Instant at) {}

    /** An org as remembered, without asking it. */
    public record KnownOrg(SalesforceId id, String name, String instanceUrl, boolean production) {}

    /** Signs in and remembers the org that answered. */
    public KnownOrg connect() {
        var identity = connection.get().reader().identity();
        var org = new KnownOrg(identity.id(), identity.name(), identity.instanceUrl(), identity.production());
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into connected_org (org_id, name, instance_url, production, connected_at)
                        values (:id, :name, :url, :production, :now)
                        on conflict (org_id) do update
                        set name = :name, instance_url = :url, production = :production, connected_at = :now
                        """)
                .bind("id", org.id().value())
                .bind("name", org.name())
                .bind("url", org.instanceUrl())
                .bind("production", org.production())
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
        known = null;
        return org;
    }

    /**
     * The org last connected to, if there was one. Every page asks: what was read stands for a second, after which a
     * connection made by another process shows.
     */
    public Optional<KnownOrg> known() {
        Read last = known;
        Instant now = clock.instant();
        if (last != null && last.org().isPresent() && now.isBefore(last.at().plus(FRESH))) {
            return last.org();
        }
        Optional<KnownOrg> org = read();
        known = new Read(org, now);
        return org;
    }

    private Optional<KnownOrg> read() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select * from connected_org order by connected_at desc limit 1")
                        .map((row, context) -> new KnownOrg(
                                SalesforceId.of(row.getString("org_id")),
                                row.getString("name"),
                                row.getString("instance_url"),
                                row.getBoolean("production")))
                        .findOne());
    }

    /** The org last connected to; refuses when there was none. */
    public KnownOrg require() {
        return known().orElseThrow(() -> Problem.of(ErrorCode.SYNC_NOTHING, "No org was connected yet")
                .maybe("run: ./fairpatch sync")
                .exception());
    }

    /** Both sides of the org; its first call signs in. */
    OrgConnection connection() {
        return connection.get();
    }
}
