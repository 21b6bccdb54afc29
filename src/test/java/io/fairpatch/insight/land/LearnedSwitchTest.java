package io.fairpatch.insight.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.bench.score.GeneratedOrg;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.ScoringConfig;
import io.fairpatch.insight.land.ScoringModels.Weights;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Reason;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.WinChance;
import io.fairpatch.score.Scorer;
import io.fairpatch.score.WinModel;
import io.fairpatch.store.AuditEntry;
import io.fairpatch.store.AuditLog;
import io.fairpatch.store.Database;
import io.fairpatch.store.ScoreRun;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.ScoringRows;
import io.fairpatch.store.SnapshotStore;
import io.fairpatch.store.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a real database: an org where company size decides a deal, and the same org where nothing does. */
class LearnedSwitchTest {
    private static final SalesforceId ORG = SalesforceId.of("00D000000000001");
    private static final LocalDate END = LocalDate.of(2026, 3, 31);
    private static final Clock CLOCK = Clock.fixed(END.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    private static final ScoringConfig CONFIG = ConfigLoader.shipped(ConfigPart.SCORING);

    private final Jdbi jdbi = Database.jdbi(TestDatabase.fresh());
    private final AuditLog audit = new AuditLog(jdbi, CLOCK);
    private final SnapshotStore snapshots = new SnapshotStore(jdbi, CLOCK);
    private final ScoringModels models = new ScoringModels(jdbi, CONFIG, audit, CLOCK);
    private final LearnedSwitch learned = new LearnedSwitch(jdbi, snapshots, models, audit, CLOCK);

    @Test
    void without_signal_it_cannot_be_switched_on_and_says_why() {
        org("random() < 0.25");

        assertThatThrownBy(() -> learned.turn(ORG, true, "olga", "curious"))
                .hasMessageContaining("can't be switched on")
                .hasMessageContaining("is not clear of zero, so the rules stay in force");
        assertThat(learned.on(ORG)).isFalse();
        assertThat(learned.inForce(ORG).model()).isSameAs(WinModel.RULES);
        assertThat(audit.entries(ORG, 0, 9)).isEmpty();
    }

    @Test
    void with_signal_a_person_switches_it_on_and_every_probability_is_the_sum_of_its_reasons() {
        org("random() < CASE WHEN (SELECT employees FROM account WHERE id = account_id) > 9000 THEN 0.6 ELSE 0.1 END");
        learned.turn(ORG, true, "olga", "size decides here");

        assertThat(audit.entries(ORG, 0, 9)).extracting(AuditEntry::action).containsExactly("learned.on");
        var inForce = learned.inForce(ORG);
        assertThat(inForce.learned()).isTrue();
        assertThat(inForce.why()).contains("clear of zero");
        var scores = stream(inForce.model());
        assertThat(scores.values()).allSatisfy(score -> {
            var chance = score.profile().chance();
            assertThat(chance.learned()).isTrue();
            assertThat(chance.low()).isLessThan(chance.probability());
            assertThat(chance.high()).isGreaterThan(chance.probability());
            assertThat(score.winProbability()).isEqualTo(chance.probability());
            assertThat(Math.log(chance.probability() / (1 - chance.probability())))
                    .isCloseTo(sum(chance), within(1e-9));
        });
        learned.turn(ORG, false, "olga", "enough");
        assertThat(learned.inForce(ORG).learned()).isFalse();
    }

    @Test
    void when_the_signal_goes_the_next_scoring_goes_by_the_rules_though_the_switch_is_on() {
        org("random() < CASE WHEN (SELECT employees FROM account WHERE id = account_id) > 9000 THEN 0.6 ELSE 0.1 END");
        learned.turn(ORG, true, "olga", "size decides here");
        jdbi.useHandle(handle -> handle.execute("UPDATE opportunity SET won = closed AND random() < 0.25"));

        var inForce = learned.inForce(ORG);

        assertThat(inForce.learned()).isFalse();
        assertThat(inForce.model()).isSameAs(WinModel.RULES);
        assertThat(inForce.why()).contains("switched on, but", "not clear of zero");
    }

    @Test
    void the_back_test_is_run_anew_only_when_the_org_was_copied_or_the_rules_changed() {
        org("random() < 0.25");
        var first = learned.verdict(ORG).orElseThrow();

        assertThat(learned.verdict(ORG).orElseThrow()).isSameAs(first);
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO sync_run (org_id, started_at, finished_at) SELECT org_id, now(), now() FROM sync_run"));
        var second = learned.verdict(ORG).orElseThrow();
        assertThat(second).isNotSameAs(first);
        models.change(ORG, CONFIG.version(), Weights.of(CONFIG), "olga", "to see");
        assertThat(learned.verdict(ORG).orElseThrow()).isNotSameAs(second);
    }

    @Test
    @Tag("B1")
    void scores_streamed_from_the_database_are_those_made_in_memory() {
        org("random() < 0.3");
        var copy = snapshots.load(ORG);
        assertThat(snapshots.windowEnd(ORG)).isEqualTo(copy.windowEnd()).isEqualTo(END);
        var inMemory = new Scorer(CONFIG)
                .score(copy.accounts(), copy.opportunities(), copy.windowEnd())
                .scores();

        assertThat(stream(WinModel.RULES)).isEqualTo(inMemory).hasSize(800);
        var store = new ScoreStore(jdbi);
        store.save(ORG, new ScoreRun(0, copy.run(), 1, false, CLOCK.instant()), writer -> read(WinModel.RULES, writer));
        assertThat(store.load(ORG)).containsExactlyInAnyOrderElementsOf(inMemory.values());
    }

    private Map<SalesforceId, AccountScore> stream(WinModel model) {
        var scores = new HashMap<SalesforceId, AccountScore>();
        read(model, score -> scores.put(score.account(), score));
        return scores;
    }

    private void read(WinModel model, Consumer<AccountScore> each) {
        ScoringRows.read(jdbi, ORG, END, CONFIG.potential().windowMonths(), rows -> new Scorer(CONFIG)
                .score(rows::each, END, model, each));
    }

    private static double sum(WinChance chance) {
        return chance.reasons().stream()
                .map(Reason::points)
                .map(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private void org(String won) {
        GeneratedOrg.fill(jdbi, ORG, 800, 4_000, END);
        jdbi.useHandle(handle -> {
            handle.execute("SELECT setseed(0.5)");
            handle.execute("UPDATE opportunity SET won = closed AND " + won);
        });
    }
}
