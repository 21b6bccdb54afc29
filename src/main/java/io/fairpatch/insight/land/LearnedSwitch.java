package io.fairpatch.insight.land;

import io.fairpatch.config.ScoringConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Account;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.score.Scorer;
import io.fairpatch.score.WinModel;
import io.fairpatch.score.learn.BackTest;
import io.fairpatch.score.learn.DealCase;
import io.fairpatch.score.learn.DealCases;
import io.fairpatch.score.learn.LearnedWins;
import io.fairpatch.score.learn.Verdict;
import io.fairpatch.store.AuditLog;
import io.fairpatch.store.Latest;
import io.fairpatch.store.Snapshot;
import io.fairpatch.store.SnapshotStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The switch of the learned model. A person turns it on, which is refused unless the model beat the rules beyond doubt
 * on deals it had not seen; every scoring looks again, and one in which it no longer does goes by the rules. Thread-safe.
 */
@Singleton
public class LearnedSwitch {
    private static final long SEED = 1;
    private static final String RULES_STAY = "so the rules stay in force";

    private final Jdbi jdbi;
    private final SnapshotStore snapshots;
    private final ScoringModels models;
    private final AuditLog audit;
    private final Clock clock;
    private final Latest<Copy, Optional<Verdict>> verdicts = new Latest<>();

    public LearnedSwitch(Jdbi jdbi, SnapshotStore snapshots, ScoringModels models, AuditLog audit, Clock clock) {
        this.jdbi = jdbi;
        this.snapshots = snapshots;
        this.models = models;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a back-test goes by; another one is run when any of it changes. */
    private record Copy(SalesforceId org, long syncRun, int modelVersion, LocalDate windowEnd) {}

    /** The last turn of the switch. */
    public record Turn(boolean on, String by, Instant at, String reason) {}

    /**
     * What a scoring goes by.
     *
     * @param learned whether that is the learned model
     * @param why in words
     */
    public record InForce(WinModel model, boolean learned, String why) {}

    /** The last turn; empty when nobody ever touched the switch, which is off then. */
    public Optional<Turn> last(SalesforceId org) {
        return jdbi.withHandle(handle -> last(handle, org));
    }

    public boolean on(SalesforceId org) {
        return last(org).map(Turn::on).orElse(false);
    }

    /** How the model did on the last copy; empty when there are too few closed deals to tell. */
    public Optional<Verdict> verdict(SalesforceId org) {
        return copy(org)
                .flatMap(copy -> verdicts.of(copy, () -> verdict(cases(snapshots.load(org), models.current(org)))));
    }

    /** Whether that is known already; to find out takes seconds where there are many deals. */
    public boolean judged(SalesforceId org) {
        return copy(org).map(verdicts::holds).orElse(true);
    }

    private Optional<Copy> copy(SalesforceId org) {
        return snapshots
                .lastRun(org)
                .map(run -> new Copy(org, run.id(), models.current(org).version(), snapshots.windowEnd(org)));
    }

    /** The same for accounts and deals in memory. */
    public static Optional<Verdict> verdict(
            ScoringConfig scoring, List<Account> accounts, List<Opportunity> deals, LocalDate today) {
        return verdict(DealCases.all(new Scorer(scoring), accounts, byAccount(deals), today));
    }

    private static Optional<Verdict> verdict(List<DealCase> cases) {
        return BackTest.run(cases, SEED);
    }

    /**
     * Turns the switch for scorings to come.
     *
     * @throws io.fairpatch.error.FairpatchException LEARNED_NOT_EARNED when it is to be turned on without having earned it
     */
    public Turn turn(SalesforceId org, boolean on, String person, String reason) {
        if (on) {
            var verdict = verdict(org);
            if (!verdict.map(Verdict::earned).orElse(false)) {
                throw Problem.of(ErrorCode.LEARNED_NOT_EARNED, "The learned model can't be switched on")
                        .because(words(verdict))
                        .maybe("look at the report learned-model again when more deals are closed")
                        .exception();
            }
        }
        return jdbi.inTransaction(handle -> {
            var turn = new Turn(on, person, clock.instant(), reason);
            insert(handle, org, turn);
            audit.append(
                    handle, org, person, on ? "learned.on" : "learned.off", "learned model", Map.of("reason", reason));
            return turn;
        });
    }

    /** What the next scoring of this copy goes by. */
    public InForce inForce(SalesforceId org) {
        if (!on(org)) {
            return new InForce(WinModel.RULES, false, "The learned model is switched off.");
        }
        var snapshot = snapshots.load(org);
        var cases = cases(snapshot, models.current(org));
        var verdict = verdict(cases);
        return verdict.map(Verdict::earned).orElse(false)
                ? new InForce(
                        LearnedWins.of(cases, byAccount(snapshot.opportunities()), snapshot.windowEnd()),
                        true,
                        words(verdict))
                : new InForce(WinModel.RULES, false, "The learned model is switched on, but " + words(verdict));
    }

    /** Whether it beats the rules, with the interval. */
    public static String words(Optional<Verdict> verdict) {
        return verdict.map(found -> String.format(
                        Locale.ENGLISH,
                        "its skill over the rules is %+.1f points, and the 99 %% interval from %+.1f to %+.1f %s",
                        100 * found.gain(),
                        100 * found.gainLow(),
                        100 * found.gainHigh(),
                        found.earned() ? "is clear of zero" : "is not clear of zero, " + RULES_STAY))
                .orElse("there are too few closed deals to learn from and to judge by, " + RULES_STAY);
    }

    private static List<DealCase> cases(Snapshot snapshot, ScoringConfig scoring) {
        return DealCases.all(
                new Scorer(scoring), snapshot.accounts(), byAccount(snapshot.opportunities()), snapshot.windowEnd());
    }

    private static Map<SalesforceId, List<Opportunity>> byAccount(List<Opportunity> deals) {
        var groups = new HashMap<SalesforceId, List<Opportunity>>();
        for (Opportunity deal : deals) {
            if (deal.accountId() != null) {
                groups.computeIfAbsent(deal.accountId(), id -> new ArrayList<>())
                        .add(deal);
            }
        }
        return groups;
    }

    private static void insert(Handle handle, SalesforceId org, Turn turn) {
        handle.createUpdate(
                        """
                        INSERT INTO learned_switch (org_id, turned_on, turned_by, turned_at, reason)
                        VALUES (:org, :on, :by, :at, :reason)
                        """)
                .bind("org", org.value())
                .bind("on", turn.on())
                .bind("by", turn.by())
                .bind("at", turn.at())
                .bind("reason", turn.reason())
                .execute();
    }

    private static Optional<Turn> last(Handle handle, SalesforceId org) {
        return handle.createQuery("SELECT * FROM learned_switch WHERE org_id = :org ORDER BY id DESC LIMIT 1")
                .bind("org", org.value())
                .map((row, context) -> new Turn(
                        row.getBoolean("turned_on"),
                        row.getString("turned_by"),
                        row.getTimestamp("turned_at").toInstant(),
                        row.getString("reason")))
                .findOne();
    }
}
