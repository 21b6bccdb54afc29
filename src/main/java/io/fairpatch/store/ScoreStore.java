package io.fairpatch.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fairpatch.model.AccountProfile;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Grade;
import io.fairpatch.model.Reason;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Scores with their reasons. A new scoring is added beside the old ones, which stay readable. Thread-safe. */
public final class ScoreStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int FETCH = 5_000;
    private static final String COPY =
            """
            COPY account_score (org_id, score_run_id, account_id, customer, score, tier, grade, reasons,
              potential_cents, win_probability, win_sample, potential_reasons, assumptions, profile)
            FROM STDIN (FORMAT binary)
            """;

    private final Jdbi jdbi;

    public ScoreStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Gives all scores, one after the other. */
    @FunctionalInterface
    public interface Scores {
        void each(Consumer<AccountScore> writer);
    }

    /** Keeps a scoring of all accounts of a copy, by the rules; visible as a whole or not at all. */
    public ScoreRun save(
            SalesforceId org, long syncRun, int modelVersion, Instant scoredAt, Collection<AccountScore> scores) {
        return save(org, new ScoreRun(0, syncRun, modelVersion, false, scoredAt), scores::forEach);
    }

    /**
     * Keeps a scoring of all accounts of a copy; visible as a whole or not at all.
     *
     * @param run whose id is not known yet
     * @param scores must not ask the same Jdbi meanwhile: on this thread it would get the connection that is being copied
     *     into, and wait for ever; {@link ScoringRows} opens one of its own
     */
    public ScoreRun save(SalesforceId org, ScoreRun run, Scores scores) {
        return jdbi.inTransaction(handle -> {
            long id = handle.createQuery(
                            """
                            INSERT INTO score_run (org_id, sync_run_id, model_version, learned, scored_at)
                            VALUES (:org, :syncRun, :modelVersion, :learned, :scoredAt) RETURNING id
                            """)
                    .bind("org", org.value())
                    .bind("syncRun", run.syncRun())
                    .bind("modelVersion", run.modelVersion())
                    .bind("learned", run.learned())
                    .bind("scoredAt", run.scoredAt())
                    .mapTo(Long.class)
                    .one();
            copy(handle, org, id, scores);
            return new ScoreRun(id, run.syncRun(), run.modelVersion(), run.learned(), run.scoredAt());
        });
    }

    /** All scorings of an org, newest first. */
    public List<ScoreRun> runs(SalesforceId org) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT id, sync_run_id, model_version, learned, scored_at FROM score_run
                        WHERE org_id = :org ORDER BY id DESC
                        """)
                .bind("org", org.value())
                .map((row, context) -> new ScoreRun(
                        row.getLong("id"),
                        row.getLong("sync_run_id"),
                        row.getInt("model_version"),
                        row.getBoolean("learned"),
                        row.getTimestamp("scored_at").toInstant()))
                .list());
    }

    /** The newest scoring, in the order of account ids; empty when the org was never scored. */
    public List<AccountScore> load(SalesforceId org) {
        return runs(org).stream().findFirst().map(run -> load(org, run.id())).orElse(List.of());
    }

    /** One scoring, in the order of account ids. */
    public List<AccountScore> load(SalesforceId org, long scoreRun) {
        return jdbi.inTransaction(handle -> handle.createQuery(
                        """
                        SELECT * FROM account_score WHERE org_id = :org AND score_run_id = :run
                        ORDER BY account_id COLLATE "C"
                        """)
                .bind("org", org.value())
                .bind("run", scoreRun)
                .setFetchSize(FETCH)
                .map((row, context) -> score(row))
                .list());
    }

    /** The newest score of one account. */
    public Optional<AccountScore> find(SalesforceId org, SalesforceId account) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        SELECT * FROM account_score WHERE org_id = :org AND account_id = :account
                          AND score_run_id = (SELECT max(id) FROM score_run WHERE org_id = :org)
                        """)
                .bind("org", org.value())
                .bind("account", account.value())
                .map((row, context) -> score(row))
                .findOne());
    }

    private static void copy(Handle handle, SalesforceId org, long run, Scores scores) {
        try {
            var connection = handle.getConnection().unwrap(PGConnection.class);
            var rows = new CopyRows(connection.getCopyAPI().copyIn(COPY));
            scores.each(score -> {
                rows.text(org.value());
                rows.number(run);
                write(rows, score);
                rows.endRow();
            });
            rows.finish();
        } catch (SQLException e) {
            throw CopyRows.broken(e);
        }
    }

    private static void write(CopyRows rows, AccountScore score) {
        rows.text(score.account().value());
        rows.flag(score.customer());
        rows.number(score.score());
        rows.text(score.tier().name());
        rows.text(score.grade().name());
        rows.json(json(score.reasons()));
        rows.number(score.potentialCents());
        rows.number(score.winProbability());
        rows.count(score.winSample());
        rows.json(json(score.potentialReasons()));
        rows.texts(score.assumptions());
        rows.json(json(score.profile()));
    }

    private static AccountScore score(ResultSet row) throws SQLException {
        return new AccountScore(
                new SalesforceId(row.getString("account_id")),
                row.getBoolean("customer"),
                row.getDouble("score"),
                Tier.valueOf(row.getString("tier")),
                Grade.valueOf(row.getString("grade")),
                reasons(row.getString("reasons")),
                row.getLong("potential_cents"),
                row.getDouble("win_probability"),
                row.getInt("win_sample"),
                reasons(row.getString("potential_reasons")),
                List.of((String[]) row.getArray("assumptions").getArray()),
                profile(row.getString("profile")));
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A part of a score could not be written as JSON", e);
        }
    }

    private static AccountProfile profile(@Nullable String json) {
        return json == null ? AccountProfile.UNKNOWN : read(json, new TypeReference<>() {});
    }

    private static List<Reason> reasons(String json) {
        return read(json, new TypeReference<>() {});
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored part of a score could not be read: " + json, e);
        }
    }
}
