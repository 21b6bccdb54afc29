package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.ConnectorConfig;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.store.Database;
import io.fairpatch.store.RefusedRow;
import io.fairpatch.store.SnapshotStore;
import io.fairpatch.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder of bad-input/sync is an org whose objects are its CSV files; {@code expected.txt} is the message a user
 * reads, or what was noted when the sync goes on.
 */
class BadSyncTest {
    private static final Path CASES = Path.of("src/test/resources/bad-input/sync");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC);

    private static final ConnectorConfig.Sync SETTINGS =
            ConfigLoader.shipped(ConfigPart.CONNECTOR).sync();

    private final SnapshotStore store = new SnapshotStore(Database.jdbi(TestDatabase.fresh()), CLOCK);

    static Stream<String> cases() throws IOException {
        try (var folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bad_data_gives_one_message_or_is_noted_row_by_row(String name) throws IOException {
        var org = ReplayedOrg.standard();
        try (var files = Files.list(CASES.resolve(name))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                org.with(file.getFileName().toString().replace(".csv", ""), Files.readString(file));
            }
        }

        assertThat(outcome(org))
                .isEqualTo(
                        Files.readString(CASES.resolve(name + "/expected.txt")).strip());
    }

    private String outcome(ReplayedOrg org) {
        try {
            var report = new SyncService(store, SETTINGS)
                    .run(
                            org,
                            ConfigLoader.shipped(ConfigPart.MAPPING),
                            new SyncRequest(true, true),
                            Progress.NONE,
                            CLOCK);
            return store.refused(ReplayedOrg.ID, report.run(), 1_000).stream()
                    .map(BadSyncTest::line)
                    .collect(Collectors.joining("\n"));
        } catch (FairpatchException e) {
            return e.problem().render();
        }
    }

    private static String line(RefusedRow row) {
        return "%s %s.%s of %s (%s): %s"
                .formatted(
                        row.kept() ? "kept" : "refused",
                        row.object(),
                        row.field(),
                        row.recordId(),
                        row.value(),
                        row.reason());
    }
}
