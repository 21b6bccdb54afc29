package io.fairpatch.insight;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.SnapshotStore;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** One account of the last scoring. Callers check the right to see. Thread-safe. */
@Singleton
public final class AccountSheets {
    private final Jdbi jdbi;
    private final ScoreStore scores;
    private final SnapshotStore snapshots;

    public AccountSheets(Jdbi jdbi, ScoreStore scores, SnapshotStore snapshots) {
        this.jdbi = jdbi;
        this.scores = scores;
        this.snapshots = snapshots;
    }

    /** Empty when the last scoring has no such account, or the org has it no longer. */
    public Optional<AccountSheet> find(SalesforceId org, SalesforceId id) {
        return scores.find(org, id).flatMap(score -> snapshots
                .account(org, id)
                .map(account -> jdbi.withHandle(handle -> sheet(handle, org, account, score))));
    }

    private static AccountSheet sheet(Handle handle, SalesforceId org, Account account, AccountScore score) {
        return new AccountSheet(
                account.name(),
                account.industry(),
                account.employees(),
                Stream.of(account.city(), account.state(), account.country())
                        .filter(Objects::nonNull)
                        .toList(),
                account.churnRisk(),
                name(handle, org, account.ownerId()),
                name(handle, org, account.territory().rep()),
                account.territory(),
                score,
                earlier(handle, org, account.id()));
    }

    private static @Nullable String name(Handle handle, SalesforceId org, @Nullable SalesforceId user) {
        return user == null
                ? null
                : handle.createQuery("SELECT name FROM named_user WHERE org_id = :org AND id = :id")
                        .bind("org", org.value())
                        .bind("id", user.value())
                        .mapTo(String.class)
                        .findOne()
                        .orElse(null);
    }

    private static List<AccountSheet.Earlier> earlier(Handle handle, SalesforceId org, SalesforceId account) {
        return handle.createQuery(
                        """
                        SELECT run.scored_at, run.model_version, s.score, s.tier, s.potential_cents
                        FROM account_score s JOIN score_run run ON run.org_id = s.org_id AND run.id = s.score_run_id
                        WHERE s.org_id = :org AND s.account_id = :account
                          AND s.score_run_id < (SELECT max(id) FROM score_run WHERE org_id = :org)
                        ORDER BY s.score_run_id DESC LIMIT 10
                        """)
                .bind("org", org.value())
                .bind("account", account.value())
                .map((row, context) -> new AccountSheet.Earlier(
                        row.getTimestamp("scored_at").toInstant(),
                        row.getInt("model_version"),
                        row.getDouble("score"),
                        Tier.valueOf(row.getString("tier")),
                        row.getLong("potential_cents")))
                .list();
    }
}
