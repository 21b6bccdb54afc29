package io.fairpatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A marked secret goes in by every way there is, and comes out by none. */
class CanaryTest {
    private static final String CANARY = "canary7f3a91";

    @TempDir
    private Path home;

    @Test
    void a_secret_shows_nowhere() throws IOException {
        var database = TestDatabase.variables();
        try (var org = LiveOrg.generated(20, 2, home.resolve("state"), Clock.systemUTC())) {
            var shell = shell(database, org.url(), Map.of("FAIRPATCH_ORG_CLIENT_SECRET", CANARY));
            var stdin = System.in;
            var outcomes = new java.util.ArrayList<Shell.Outcome>();
            try {
                System.setIn(new ByteArrayInputStream(CANARY.getBytes(StandardCharsets.UTF_8)));
                outcomes.add(shell.run("secrets", "put", "client-secret", "--json"));
            } finally {
                System.setIn(stdin);
            }
            assertThat(outcomes.get(0).code()).as(outcomes.get(0).err()).isZero();
            outcomes.add(shell.run("secrets", "--json"));
            outcomes.add(shell.run("secrets"));
            assertThat(outcomes.get(1).out()).contains("client-secret");
            // refused by the org: the canary is no secret of its app
            outcomes.add(shell.run("doctor", "--json"));
            outcomes.add(shell.run("doctor"));
            assertThat(outcomes.get(3).code()).isEqualTo(6);
            outcomes.add(shell.run("sync", "--json"));
            outcomes.add(shell.run("fields", "deploy", "--dry-run", "--json"));
            var byToken = shell(database, org.url(), Map.of("FAIRPATCH_ORG_ACCESS_TOKEN", CANARY));
            outcomes.add(byToken.run("doctor", "--json"));
            outcomes.add(byToken.run("sync"));
            var fromVault = shell(database, org.url(), Map.of());
            outcomes.add(fromVault.run("doctor", "--json"));

            assertThat(outcomes).allSatisfy(outcome -> {
                assertThat(outcome.out()).doesNotContain(CANARY);
                assertThat(outcome.err()).doesNotContain(CANARY);
            });
            assertThat(dump(database)).isNotEmpty().noneMatch(row -> row.contains(CANARY));
            assertThat(files()).noneMatch(CanaryTest::holdsCanary);
        }
    }

    private static boolean holdsCanary(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(CANARY);
        } catch (IOException e) {
            return false;
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Every row of every table as text. */
    private static List<String> dump(Map<String, String> database) {
        var source = new PGSimpleDataSource();
        source.setURL(database.get("FAIRPATCH_DB_URL"));
        source.setUser(database.get("FAIRPATCH_DB_USER"));
        source.setPassword(database.get("FAIRPATCH_DB_PASSWORD"));
        return Database.jdbi(source).withHandle(handle -> handle
                .createQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
                .mapTo(String.class)
                .list()
                .stream()
                .flatMap(table ->
                        handle
                                .createQuery("SELECT t::text FROM " + table + " AS t")
                                .mapTo(String.class)
                                .list()
                                .stream())
                .toList());
    }

    private Shell shell(Map<String, String> database, String url, Map<String, String> more) {
        var variables = new HashMap<>(database);
        variables.put("FAIRPATCH_HOME", home.toString());
        variables.put("FAIRPATCH_ORG_URL", url);
        variables.put("FAIRPATCH_ORG_CLIENT_ID", "someone-else");
        variables.putAll(more);
        return new Shell(variables, Clock.systemUTC());
    }
}
