package io.fairpatch.access;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Secrets that the service must use by itself, sealed in the database; the key is kept outside of it. What is read here
 * goes to the org alone: never into a log, a message or an answer. Thread-safe.
 */
public final class Vault {
    private final Jdbi jdbi;
    private final Clock clock;
    private final VaultKeys keys;

    public Vault(Jdbi jdbi, Clock clock, VaultKeys keys) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.keys = keys;
    }

    /** That a secret is kept, without the secret. */
    public record Kept(String name, Instant keptAt, String keptBy) {}

    /**
     * Keeps a secret in the place of one of the same name.
     *
     * @param orgUrl the sign-in address of the org that it is for
     */
    public void put(String orgUrl, String name, String secret, String person) {
        var key = keys.sealing();
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        INSERT INTO vault (org_url, name, key_id, sealed, kept_at, kept_by)
                        VALUES (:url, :name, :key, :sealed, :at, :by)
                        ON CONFLICT (org_url, name) DO UPDATE
                        SET key_id = :key, sealed = :sealed, kept_at = :at, kept_by = :by
                        """)
                .bind("url", orgUrl)
                .bind("name", name)
                .bind("key", key.id())
                .bind("sealed", key.seal(secret, label(orgUrl, name), keys.random()))
                .bind("at", clock.instant())
                .bind("by", person)
                .execute());
    }

    /**
     * The secret, if one of that name is kept.
     *
     * @throws io.fairpatch.error.FairpatchException VAULT_KEY without the key that sealed it; VAULT_DISTURBED when what
     *     is kept was changed
     */
    public Optional<String> get(String orgUrl, String name) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT key_id, sealed FROM vault WHERE org_url = :url AND name = :name")
                        .bind("url", orgUrl)
                        .bind("name", name)
                        .map((row, context) -> new Sealed(row.getString("key_id"), row.getBytes("sealed")))
                        .findOne())
                .map(found -> open(found, orgUrl, name));
    }

    /** Forgets a secret; answers whether there was one. */
    public boolean remove(String orgUrl, String name) {
        return jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM vault WHERE org_url = :url AND name = :name")
                        .bind("url", orgUrl)
                        .bind("name", name)
                        .execute()
                > 0);
    }

    /** What is kept for an org, by name. */
    public List<Kept> list(String orgUrl) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT name, kept_at, kept_by FROM vault WHERE org_url = :url ORDER BY name")
                .bind("url", orgUrl)
                .map((row, context) -> new Kept(
                        row.getString("name"), row.getTimestamp("kept_at").toInstant(), row.getString("kept_by")))
                .list());
    }

    /** Where the key is kept, for people. */
    public VaultKeys keys() {
        return keys;
    }

    private String open(Sealed sealed, String orgUrl, String name) {
        var key = keys.all().stream()
                .filter(each -> each.id().equals(sealed.keyId()))
                .findFirst()
                .orElseThrow(() -> Problem.of(
                                ErrorCode.VAULT_KEY, "The key that sealed the secret " + name + " is not there")
                        .at(keys.place())
                        .maybe("bring back the key in use when it was kept, or keep the secret anew:"
                                + " ./fairpatch secrets put " + name)
                        .exception());
        try {
            return key.open(sealed.bytes(), label(orgUrl, name));
        } catch (GeneralSecurityException e) {
            throw Problem.of(ErrorCode.VAULT_DISTURBED, "The kept secret " + name + " was changed behind our back")
                    .at("table vault, " + orgUrl)
                    .maybe("keep it anew: ./fairpatch secrets put " + name)
                    .exception(e);
        }
    }

    private static String label(String orgUrl, String name) {
        return orgUrl.length() + ":" + orgUrl + name;
    }

    private record Sealed(String keyId, byte[] bytes) {}
}
