package io.fairpatch.web;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.score.Scorer;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.SnapshotStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A copy of a small org, scored by the real rules. Every account is there for a reason that its name says. */
final class PaperScores {
    static final SalesforceId GOLDEN = account(1);
    static final SalesforceId SCRIPT = account(2);
    static final SalesforceId NO_INTENT = account(3);
    static final SalesforceId LOST = account(4);
    static final SalesforceId CUSTOMER = account(5);
    static final int FILLERS = 60;
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final Jdbi jdbi;
    private final Map<SalesforceId, AccountScore> scores;

    PaperScores(PaperServer server) {
        jdbi = server.part(Jdbi.class);
        var snapshots = server.part(SnapshotStore.class);
        try (var load = snapshots.begin(PaperOrg.ID, NOW)) {
            load.publish(NOW, Map.of(), "", false);
        }
        prospects();
        customer();
        var snapshot = snapshots.load(PaperOrg.ID);
        var config = ConfigLoader.shipped(ConfigPart.SCORING);
        scores = new Scorer(config)
                .score(snapshot.accounts(), snapshot.opportunities(), snapshot.windowEnd())
                .scores();
        server.part(ScoreStore.class).save(PaperOrg.ID, snapshot.run(), config.version(), NOW, scores.values());
        add(account(900), "Came after the scoring", "Energy", 10, null);
    }

    /** What the rules gave. */
    Map<SalesforceId, AccountScore> scores() {
        return scores;
    }

    private void prospects() {
        add(GOLDEN, "Golden 90 50 75", "Banking", 500, 50.0);
        add(SCRIPT, "<script>alert(1)</script> & Söhne", "Software", 500, 90.0);
        add(NO_INTENT, "No intent known", "Retail", 20, null);
        add(LOST, "=HYPERLINK(1) Lost to us", "Mining", 2_000, 100.0);
        deal(1, LOST, false);
        for (var known : new SalesforceId[] {GOLDEN, SCRIPT, LOST}) {
            jdbi.useHandle(h ->
                    h.execute("INSERT INTO engagement VALUES (?, ?, 2, NULL)", PaperOrg.ID.value(), known.value()));
        }
        for (int i = 0; i < FILLERS; i++) {
            add(account(100 + i), "Filler " + i, "Retail", 30 + i, (double) i);
        }
    }

    private void customer() {
        add(CUSTOMER, "Golden 200k 500k 0.4", "Energy", 800, null);
        jdbi.useHandle(h -> h.execute(
                """
                UPDATE account SET current_revenue_cents = 20000000, expansion_cents = 50000000, headcount_growth = 0.1,
                       territory = 'West 1', territory_score = 61.5 WHERE id = ?
                """,
                CUSTOMER.value()));
        for (int i = 0; i < 10; i++) {
            deal(100 + i, CUSTOMER, i < 4);
        }
    }

    private void add(SalesforceId id, String name, String industry, int employees, @Nullable Double intent) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        INSERT INTO account (org_id, id, name, industry, employees, intent, country, state,
                                             named_account, strategic, compliance, system_modstamp)
                        VALUES (:org, :id, :name, :industry, :employees, :intent, 'United States', 'Ohio',
                                false, false, '{}', now())
                        """)
                .bind("org", PaperOrg.ID.value())
                .bind("id", id.value())
                .bind("name", name)
                .bind("industry", industry)
                .bind("employees", employees)
                .bind("intent", intent)
                .execute());
    }

    private void deal(int number, SalesforceId account, boolean won) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        INSERT INTO opportunity (org_id, id, account_id, stage, amount_cents, close_date, closed, won,
                                                 system_modstamp)
                        VALUES (:org, :id, :account, 'Closed', 5000000, :day, true, :won, now())
                        """)
                .bind("org", PaperOrg.ID.value())
                .bind(
                        "id",
                        SalesforceId.of(String.format("006000000000%03d", number))
                                .value())
                .bind("account", account.value())
                .bind("day", LocalDate.of(2026, 1, 15))
                .bind("won", won)
                .execute());
    }

    private static SalesforceId account(int number) {
        return SalesforceId.of(String.format("001000000000%03d", number));
    }
}
