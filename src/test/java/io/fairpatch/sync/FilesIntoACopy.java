package io.fairpatch.sync;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.model.Account;
import io.fairpatch.model.Progress;
import io.fairpatch.store.Database;
import io.fairpatch.store.ImportStore;
import io.fairpatch.store.Snapshot;
import io.fairpatch.store.SnapshotStore;
import io.fairpatch.store.TestDatabase;
import io.fairpatch.sync.file.FileImport;
import io.fairpatch.sync.file.ImportKind;
import io.fairpatch.sync.file.ImportReport;
import io.fairpatch.sync.file.ImportRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Files taken into the copy of a small org: four accounts, of which two share a domain, and Ann. */
abstract class FilesIntoACopy {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    final Jdbi jdbi = Database.jdbi(TestDatabase.fresh());
    final SnapshotStore store = new SnapshotStore(jdbi, CLOCK);
    final FileImport imports = new FileImport(new ImportStore(jdbi), CLOCK);

    @BeforeEach
    void copy() {
        sync();
    }

    ImportReport take(ImportKind kind, String csv, String map) throws IOException {
        return imports.take(ReplayedOrg.ID, request(kind, csv, map, false), folder.resolve("fates.csv"), Progress.NONE);
    }

    ImportRequest request(ImportKind kind, String csv, String map, boolean preferred) throws IOException {
        Map<String, String> columns = new LinkedHashMap<>();
        for (var pair : map.split(",")) {
            columns.put(pair.split(":")[0], pair.split(":")[1]);
        }
        var file = Files.writeString(folder.resolve("file.csv"), csv);
        return new ImportRequest(kind, file, columns, "G2", LocalDate.of(2026, 10, 31), preferred, "ann");
    }

    Account account(String name) {
        return load().accounts().stream()
                .filter(account -> account.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Snapshot load() {
        return store.load(ReplayedOrg.ID);
    }

    void sync() {
        var org = ReplayedOrg.standard()
                .with(
                        "Account",
                        """
                        Id,Name,OwnerId,SystemModstamp,Website,NumberOfEmployees
                        001000000000001AAA,Acme,,2026-01-01T00:00:00Z,www.acme.test,
                        001000000000002AAA,Globex,,2026-01-01T00:00:00Z,http://globex.test,7
                        001000000000003AAA,Twin one,,2026-01-01T00:00:00Z,twin.test,
                        001000000000004AAA,Twin two,,2026-01-01T00:00:00Z,https://twin.test/x,
                        """)
                .with(
                        "User",
                        "Id,Name,Email,IsActive,SystemModstamp\n005000000000001AAA,Ann,ann@acme.test,true,2026-01-01T00:00:00Z\n");
        new SyncService(store, ConfigLoader.shipped(ConfigPart.CONNECTOR).sync())
                .run(org, ConfigLoader.shipped(ConfigPart.MAPPING), new SyncRequest(true, false), Progress.NONE, CLOCK);
    }
}
