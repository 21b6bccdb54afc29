package io.fairpatch.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Grade;
import io.fairpatch.model.Reason;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class ScoreStoreTest {
    private static final SalesforceId ORG = SalesforceId.of("00D000000000001");
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final Jdbi jdbi = Database.jdbi(TestDatabase.fresh());
    private final ScoreStore store = new ScoreStore(jdbi);

    @Test
    void a_score_comes_back_with_its_reasons_and_older_ones_stay() {
        long run = finishedRun();
        var old = store.save(ORG, run, 1, NOW, List.of(score("001000000000001", 40)));
        var scores = List.of(score("001000000000001", 75.5), score("001000000000002", 81));

        store.save(ORG, run, 2, NOW, scores);

        assertThat(store.load(ORG)).isEqualTo(scores);
        assertThat(store.load(ORG, old.id())).extracting(AccountScore::score).containsExactly(40.0);
        assertThat(store.runs(ORG)).extracting(ScoreRun::modelVersion).containsExactly(2, 1);
        assertThat(store.find(ORG, SalesforceId.of("001000000000002"))).isEqualTo(Optional.of(scores.get(1)));
    }

    private long finishedRun() {
        try (var load = new SnapshotStore(jdbi, Clock.systemUTC()).begin(ORG, NOW)) {
            load.publish(NOW, Map.of(), "", false);
            return load.run();
        }
    }

    private static AccountScore score(String account, double points) {
        return new AccountScore(
                SalesforceId.of(account),
                true,
                points,
                Tier.TWO,
                Grade.B,
                List.of(new Reason("fit", "Says \"100-1000\" \\ people,\nin Zürich", points)),
                123_456_789_012L,
                0.4,
                17,
                List.of(new Reason("current", "Spends now", 123_456_789_012L)),
                List.of("No intent: 50 was taken", "a \"quoted\" one"));
    }
}
