package io.fairpatch.bench.sync;

import io.fairpatch.bench.Figure;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.model.Progress;
import io.fairpatch.org.OrgReader;
import io.fairpatch.salesforce.SalesforceOrg;
import io.fairpatch.salesforce.SalesforceSettings;
import io.fairpatch.store.Database;
import io.fairpatch.store.SnapshotStore;
import io.fairpatch.store.TestDatabase;
import io.fairpatch.sync.SyncRequest;
import io.fairpatch.sync.SyncService;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Measures each way a few times, in turns, and takes the fastest of each. As in a service that keeps a copy up to date
 * for months, one connection to the org serves all syncs, many incremental ones follow a full one, and the compiler is
 * done with what they run before anything is measured.
 */
final class SyncMeasure {
    private static final Clock CLOCK = Clock.systemUTC();
    /** Incremental syncs after each full one, each with changes of other accounts. */
    private static final int INCREMENTAL = 20;
    /** Those before the first that is measured. */
    private static final int WARM_UP = 60;

    /** Read once, as the product does when it starts: parsing and checking the file is no part of a sync. */
    private final MappingConfig mapping = ConfigLoader.shipped(ConfigPart.MAPPING);

    private final RecordedOrg org;
    private final OrgReader reader;
    private final int repeat;

    SyncMeasure(RecordedOrg org, SalesforceSettings settings, int repeat) {
        this.org = org;
        this.reader = SalesforceOrg.connect(settings, CLOCK).reader();
        this.repeat = repeat;
    }

    List<Figure> figures(int accounts) throws IOException, InterruptedException, SQLException {
        warmUp();
        double full = Double.MAX_VALUE;
        var incremental = new ArrayList<Double>();
        double again = Double.MAX_VALUE;
        double peer = Double.MAX_VALUE;
        for (int i = 0; i < repeat; i++) {
            var database = TestDatabase.fresh();
            full = Math.min(full, sync(database));
            again = Math.min(again, sync(database, new SyncRequest(true, false)));
            peer = Math.min(peer, download() + copy(database));
            incremental.addAll(incremental(database, INCREMENTAL));
            SyncBench.say("full %.1f s, changes %.2f s, full again %.1f s, download + COPY %.1f s"
                    .formatted(full, Collections.min(incremental), again, peer));
        }
        double changes = Collections.min(incremental);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                "first full sync of " + accounts + " accounts",
                full,
                "s",
                "download to nowhere + COPY",
                peer,
                full <= 1.25 * peer));
        figures.add(Figure.atLeast("rows a second of that", accounts / full, "rows/s", 100_000));
        figures.add(Figure.atMost("sync with 1 % changed, of the full one", 100 * changes / full, "%", 3));
        figures.add(Figure.plain("the same, median of " + incremental.size(), 100 * median(incremental) / full, "%"));
        figures.add(Figure.plain("full sync over an equal copy", again, "s"));
        figures.add(Figure.plain("sync with 1 % changed, of that", 100 * changes / again, "%"));
        figures.addAll(heap(accounts));
        return figures;
    }

    private void warmUp() throws IOException {
        SyncBench.say("warming up");
        var database = TestDatabase.fresh();
        sync(database);
        incremental(database, WARM_UP);
    }

    /** What some syncs took, each with changes of other accounts. */
    private List<Double> incremental(DataSource database, int syncs) throws IOException {
        var took = new ArrayList<Double>();
        for (int i = 0; i < syncs; i++) {
            took.add(sync(database));
            org.change();
        }
        return took;
    }

    private static double median(List<Double> of) {
        return of.stream().sorted().skip(of.size() / 2).findFirst().orElseThrow();
    }

    private List<Figure> heap(int accounts) {
        long many = peak();
        org.size(accounts / 10, accounts / 1_000);
        sync(TestDatabase.fresh());
        long few = peak();
        return List.of(
                Figure.atMost("peak heap at " + accounts + " accounts", many / 1e6, "MB", 1_000),
                Figure.atMost("the same, of that at a tenth of them", 100.0 * many / few, "%", 110));
    }

    /** Highest live heap of a full sync, by collecting garbage at every page. */
    private long peak() {
        var watch = new HeapWatch();
        sync(TestDatabase.fresh(), SyncRequest.USUAL, watch);
        return watch.peak();
    }

    private double sync(DataSource database) {
        return sync(database, SyncRequest.USUAL);
    }

    private double sync(DataSource database, SyncRequest request) {
        return sync(database, request, Progress.NONE);
    }

    private double sync(DataSource database, SyncRequest request, Progress progress) {
        var store = new SnapshotStore(Database.jdbi(database), CLOCK);
        var service = new SyncService(
                store, ConfigLoader.shipped(ConfigPart.CONNECTOR).sync());
        long begin = System.nanoTime();
        service.run(reader, mapping, request, progress, CLOCK);
        return (System.nanoTime() - begin) / 1e9;
    }

    private double download() throws IOException, InterruptedException {
        var http = HttpClient.newHttpClient();
        var job = org.anyJob();
        int pages = org.recording(false).pages().size();
        long begin = System.nanoTime();
        for (int i = 0; i < pages; i++) {
            var page = HttpRequest.newBuilder(org.url().resolve(job + "/results?locator=page" + i))
                    .build();
            http.send(page, BodyHandlers.discarding());
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** The rows of the synced table, copied into an equal one. */
    private static double copy(DataSource database) throws SQLException, IOException {
        Path rows = Files.createTempFile("fairpatch-bench", ".copy");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            try (var out = Files.newOutputStream(rows)) {
                copies.copyOut("COPY account TO STDOUT", out);
            }
            statement.execute("CREATE TABLE same (LIKE account INCLUDING ALL)");
            long begin = System.nanoTime();
            try (var in = Files.newInputStream(rows)) {
                copies.copyIn("COPY same FROM STDIN", in, 1 << 16);
            }
            double took = (System.nanoTime() - begin) / 1e9;
            statement.execute("DROP TABLE same");
            return took;
        } finally {
            Files.delete(rows);
        }
    }
}
