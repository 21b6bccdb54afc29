package io.fairpatch.bench.score;

import io.fairpatch.bench.Bench;
import io.fairpatch.bench.BenchOptions;
import io.fairpatch.bench.Figure;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.ScoringConfig;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.score.Scorer;
import io.fairpatch.score.WinModel;
import io.fairpatch.store.Database;
import io.fairpatch.store.ScoreRun;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.ScoringRows;
import io.fairpatch.store.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** Scores a large org straight from the database, beside one plain aggregate over the same tables. */
public final class ScoreBench implements Bench {
    private static final SalesforceId ORG = SalesforceId.of("00D000000000001");
    private static final LocalDate END = LocalDate.of(2026, 3, 31);
    private static final int LOOK_EVERY = 10_000;
    private static final double MOST_TIMES = 3;
    /** Megabytes; run it with {@code FAIRPATCH_JAVA_OPTS=-Xmx1g}. */
    private static final double HEAP = 1024;

    private static final String AGGREGATE =
            """
            SELECT account.id, count(*) AS deals, count(*) FILTER (WHERE won) AS wins,
                   sum(amount_cents) FILTER (WHERE won) AS won_cents
            FROM account JOIN opportunity
              ON opportunity.org_id = account.org_id AND opportunity.account_id = account.id
            WHERE account.org_id = :org AND closed GROUP BY account.id
            """;

    private final ScoringConfig config = ConfigLoader.shipped(ConfigPart.SCORING);
    private final AtomicLong scored = new AtomicLong();
    private long peak;

    @Override
    public String name() {
        return "score";
    }

    @Override
    public String about() {
        return "scores of a large org beside one plain SQL aggregate";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("accounts", "1000000", "deals", "5000000", "repeat", "3");
    }

    @Override
    public List<Figure> run(BenchOptions options) {
        int accounts = options.number("accounts");
        int deals = options.number("deals");
        int repeat = options.number("repeat");
        var jdbi = Database.jdbi(TestDatabase.fresh());
        say("generating " + accounts + " accounts and " + deals + " opportunities");
        GeneratedOrg.fill(jdbi, ORG, accounts, deals, END);
        var aggregates = new ArrayList<Double>();
        var scorings = new ArrayList<Double>();
        for (int i = 0; i < repeat; i++) {
            aggregates.add(seconds(() -> aggregate(jdbi)));
            scorings.add(seconds(() -> score(jdbi, score -> {})));
            say("aggregate %.1f s, scoring %.1f s".formatted(aggregates.get(i), scorings.get(i)));
        }
        double kept = seconds(() -> keep(jdbi));
        double peer = median(aggregates);
        String what = accounts + " accounts and " + deals + " deals";
        return List.of(
                against("scoring " + what, median(scorings), peer),
                against("the same, scores kept with all reasons", kept, peer),
                Figure.atMost(
                        "the heap it may take", megabytes(Runtime.getRuntime().maxMemory()), "MB", HEAP),
                Figure.atMost("heap in use at most", megabytes(peak), "MB", HEAP),
                Figure.plain("accounts scored", scored.get(), "accounts"));
    }

    private static Figure against(String what, double seconds, double peer) {
        return new Figure(what, seconds, "s", "one SQL aggregate an account", peer, seconds <= MOST_TIMES * peer);
    }

    private static double megabytes(long bytes) {
        return bytes / (double) (1 << 20);
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    private void aggregate(Jdbi jdbi) {
        jdbi.useTransaction(handle -> {
            try (var rows = handle.createQuery(AGGREGATE)
                    .bind("org", ORG.value())
                    .setFetchSize(5_000)
                    .map((row, context) -> row.getLong("won_cents"))
                    .iterator()) {
                rows.forEachRemaining(cents -> {});
            }
        });
    }

    private void score(Jdbi jdbi, Consumer<AccountScore> keep) {
        scored.set(0);
        ScoringRows.read(jdbi, ORG, END, config.potential().windowMonths(), rows -> new Scorer(config)
                .score(rows::each, END, WinModel.RULES, score -> {
                    keep.accept(score);
                    look();
                }));
    }

    private void keep(Jdbi jdbi) {
        new ScoreStore(jdbi)
                .save(
                        ORG,
                        new ScoreRun(0, 1, config.version(), false, Instant.now()),
                        writer -> score(jdbi, writer::accept));
    }

    private void look() {
        if (scored.incrementAndGet() % LOOK_EVERY == 0) {
            var runtime = Runtime.getRuntime();
            peak = Math.max(peak, runtime.totalMemory() - runtime.freeMemory());
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String what) {
        System.err.println(what);
    }
}
