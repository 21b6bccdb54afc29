package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.model.Progress;
import io.fairpatch.store.Database;
import io.fairpatch.store.SnapshotStore;
import io.fairpatch.store.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of rows that are shown, newer or older, new, gone, back or sent twice. */
class PublishingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC);
    private static final String ACCOUNTS = "Id,Name,OwnerId,SystemModstamp,IsDeleted\n";
    private static final String FIRST =
            """
            001000000000001,One,,2026-01-05T00:00:00Z,false
            001000000000002,Two,,2026-01-05T00:00:00Z,false
            001000000000003,Three,,2026-01-05T00:00:00Z,false
            001000000000004,Four,,2026-01-05T00:00:00Z,false
            """;

    private final Jdbi jdbi = Database.jdbi(TestDatabase.fresh());
    private final SnapshotStore store = new SnapshotStore(jdbi, CLOCK);

    @Test
    void an_older_row_never_replaces_a_newer_one_and_an_equal_one_is_left_alone() {
        sync(FIRST, false);
        var two = version("Two");

        sync(
                """
                001000000000001,Older,,2026-01-04T00:00:00Z,false
                001000000000002,Two,,2026-01-05T00:00:00Z,false
                001000000000003,As old,,2026-01-05T00:00:00Z,false
                001000000000004,Newer,,2026-01-06T00:00:00Z,false
                """,
                false);

        assertThat(shown()).containsExactly("One", "Two", "As old", "Newer");
        assertThat(version("Two")).isEqualTo(two);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void of_a_record_sent_twice_the_newer_row_counts(boolean known) {
        sync(known ? FIRST : FIRST.lines().findFirst().orElseThrow() + "\n", false);

        sync(
                """
                001000000000002,Second,,2026-01-07T00:00:00Z,false
                001000000000003,First,,2026-01-06T00:00:00Z,false
                001000000000002,First,,2026-01-06T00:00:00Z,false
                001000000000003,Second,,2026-01-07T00:00:00Z,false
                """,
                false);

        assertThat(shown()).startsWith("One", "Second", "Second");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_was_gone_comes_back_among_what_is_new_and_what_changed(boolean full) {
        sync(FIRST, false);
        sync("001000000000002,Two,,2026-01-06T00:00:00Z,true\n", false);
        assertThat(shown()).containsExactly("One", "Three", "Four");

        sync(
                """
                001000000000001,One,,2026-01-05T00:00:00Z,false
                001000000000002,Back,,2026-01-05T00:00:00Z,false
                001000000000003,Changed,,2026-01-07T00:00:00Z,false
                001000000000004,Four,,2026-01-05T00:00:00Z,false
                001000000000005,New,,2026-01-07T00:00:00Z,false
                """,
                full);

        assertThat(shown()).containsExactly("One", "Back", "Changed", "Four", "New");
    }

    private void sync(String accounts, boolean full) {
        new SyncService(store, ConfigLoader.shipped(ConfigPart.CONNECTOR).sync())
                .run(
                        ReplayedOrg.standard().with("Account", ACCOUNTS + accounts),
                        ConfigLoader.shipped(ConfigPart.MAPPING),
                        new SyncRequest(full, true),
                        Progress.NONE,
                        CLOCK);
    }

    private List<String> shown() {
        return texts("SELECT name FROM account WHERE deleted_at IS NULL ORDER BY id");
    }

    private List<String> version(String name) {
        return texts("SELECT xmin::text FROM account WHERE name = '" + name + "'");
    }

    private List<String> texts(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
