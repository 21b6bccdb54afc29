package io.fairpatch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets are sealed at rest, bound to their place, and outlive a change of key. */
class VaultTest {
    private static final String URL = "https://acme.my.salesforce.com";
    private static final String FIRST = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String SECOND = "AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final String SECRET = "canary-4711-süß";

    private final Jdbi jdbi = Database.jdbi(TestDatabase.fresh());

    @TempDir
    private Path home;

    @Test
    void what_is_kept_comes_back_and_never_lies_open_in_the_database() {
        vault(FIRST).put(URL, "client-secret", SECRET, "anna");
        vault(FIRST).put(URL, "key", SECRET, "anna");

        assertThat(vault(FIRST).get(URL, "client-secret")).contains(SECRET);
        assertThat(vault(FIRST).get(URL, "other")).isEmpty();
        assertThat(vault(FIRST).get("https://other.my.salesforce.com", "key")).isEmpty();
        var rows = jdbi.withHandle(
                handle -> handle.createQuery("SELECT v::text || encode(sealed, 'escape') FROM vault v ORDER BY name")
                        .mapTo(String.class)
                        .list());
        assertThat(rows).hasSize(2).noneMatch(row -> row.contains("canary") || row.contains("63616e617279"));
        assertThat(vault(FIRST).list(URL).toString()).doesNotContain("canary");
    }

    @Test
    void the_same_secret_is_sealed_differently_each_time() {
        vault(FIRST).put(URL, "a", SECRET, "anna");
        vault(FIRST).put(URL, "b", SECRET, "anna");
        assertThat(sealed("a")).isNotEqualTo(sealed("b"));
    }

    @Test
    void a_sealed_secret_moved_to_another_place_or_changed_by_one_bit_does_not_open() {
        vault(FIRST).put(URL, "a", SECRET, "anna");
        vault(FIRST).put(URL, "b", "other", "anna");
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE vault SET sealed = (SELECT sealed FROM vault WHERE name = 'a') WHERE name = 'b'"));
        assertThat(problem(FIRST, "b")).isEqualTo(ErrorCode.VAULT_DISTURBED);

        jdbi.useHandle(handle -> handle.execute(
                "UPDATE vault SET sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) WHERE name = 'a'"));
        assertThat(problem(FIRST, "a")).isEqualTo(ErrorCode.VAULT_DISTURBED);
    }

    @Test
    void a_new_key_seals_while_the_old_one_still_opens_and_without_it_the_advice_is_clear() {
        vault(FIRST).put(URL, "old", SECRET, "anna");
        var both = vault(SECOND + "," + FIRST);
        both.put(URL, "new", SECRET, "anna");

        assertThat(both.get(URL, "old")).contains(SECRET);
        assertThat(vault(SECOND).get(URL, "new")).contains(SECRET);
        assertThat(problem(SECOND, "old")).isEqualTo(ErrorCode.VAULT_KEY);
    }

    @Test
    void a_key_of_the_wrong_length_is_refused_without_being_shown() {
        var problem = catchThrowableOfType(
                FairpatchException.class, () -> vault("c2hvcnQ=").put(URL, "a", SECRET, "anna"));
        assertThat(problem.code()).isEqualTo(ErrorCode.VAULT_KEY);
        assertThat(problem).hasMessageNotContaining("c2hvcnQ").hasMessageContaining("openssl rand -base64 32");
    }

    @Test
    void without_a_variable_a_key_is_made_that_only_its_owner_may_read() throws IOException {
        vault(null).put(URL, "a", SECRET, "anna");

        assertThat(vault(null).get(URL, "a")).contains(SECRET);
        var file = home.resolve("vault.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(vault(null).keys().readableByOthers()).isFalse();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(vault(null).keys().readableByOthers()).isTrue();
    }

    private ErrorCode problem(String key, String name) {
        return catchThrowableOfType(FairpatchException.class, () -> vault(key).get(URL, name))
                .code();
    }

    private byte[] sealed(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT sealed FROM vault WHERE name = :name")
                .bind("name", name)
                .mapTo(byte[].class)
                .one());
    }

    private Vault vault(@Nullable String key) {
        return new Vault(
                jdbi,
                Clock.systemUTC(),
                new VaultKeys(Optional.ofNullable(key), home.resolve("vault.key"), new SecureRandom()));
    }
}
