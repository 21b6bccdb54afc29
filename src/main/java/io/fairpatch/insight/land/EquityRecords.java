package io.fairpatch.insight.land;

import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps how territories stood after each scoring, so that fairness can be followed over quarters. Thread-safe. */
@Singleton
public class EquityRecords {
    private final Jdbi jdbi;

    public EquityRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Keeps the lines of one scoring; those kept before stay as they are. */
    public void keep(SalesforceId org, List<EquityRecord> lines) {
        jdbi.useTransaction(handle -> {
            var batch = handle.prepareBatch(
                    """
                    INSERT INTO equity_record (org_id, score_run_id, taken_on, territory_key, territory, rep, accounts,
                      potential_cents, capacity, tier_one, quota_cents, won_cents)
                    VALUES (:org, :run, :day, :key, :territory, :rep, :accounts, :potential, :capacity, :tierOne,
                      :quota, :won)
                    ON CONFLICT DO NOTHING
                    """);
            for (EquityRecord line : lines) {
                batch.bind("org", org.value())
                        .bind("run", line.scoreRun())
                        .bind("day", line.day())
                        .bind("key", line.key())
                        .bind("territory", line.territory())
                        .bind("rep", line.rep())
                        .bind("accounts", line.accounts())
                        .bind("potential", line.potentialCents())
                        .bind("capacity", line.capacity())
                        .bind("tierOne", line.tierOne())
                        .bind("quota", line.quotaCents())
                        .bind("won", line.wonCents())
                        .add();
            }
            if (!lines.isEmpty()) {
                batch.execute();
            }
        });
    }

    /** All that was kept, the oldest first. */
    public List<EquityRecord> list(SalesforceId org) {
        return jdbi.withHandle(handle -> list(handle, org));
    }

    static List<EquityRecord> list(Handle handle, SalesforceId org) {
        return handle.createQuery(
                        "SELECT * FROM equity_record WHERE org_id = :org ORDER BY taken_on, score_run_id, territory_key")
                .bind("org", org.value())
                .map((row, context) -> new EquityRecord(
                        row.getLong("score_run_id"),
                        row.getObject("taken_on", LocalDate.class),
                        row.getString("territory_key"),
                        row.getString("territory"),
                        row.getString("rep"),
                        row.getLong("accounts"),
                        row.getLong("potential_cents"),
                        row.getDouble("capacity"),
                        row.getLong("tier_one"),
                        row.getObject("quota_cents", Long.class),
                        row.getLong("won_cents")))
                .list();
    }
}
