package io.fairpatch.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.DecidingConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who decides follows the kind of change. */
@Tag("H4")
@Tag("I8")
class RulingTest {
    private static final Set<String> BOTH = Set.of("east", "west");

    @Test
    void one_manager_decides_on_a_routine_move_and_inside_the_own_team() {
        for (ChangeKind kind : List.of(ChangeKind.ROUTINE, ChangeKind.WITHIN_TEAM)) {
            assertThat(Ruling.of(kind, BOTH, Map.of("east", true))).isEqualTo(Ruling.APPROVE);
            assertThat(Ruling.of(kind, BOTH, Map.of("east", false))).isEqualTo(Ruling.DECLINE);
        }
    }

    @Test
    void a_move_between_teams_takes_both_words_and_disagreement_is_contested() {
        assertThat(Ruling.of(ChangeKind.BETWEEN_TEAMS, BOTH, Map.of("east", true)))
                .isEqualTo(Ruling.WAIT);
        assertThat(Ruling.of(ChangeKind.BETWEEN_TEAMS, BOTH, Map.of("east", true, "west", true)))
                .isEqualTo(Ruling.APPROVE);
        assertThat(Ruling.of(ChangeKind.BETWEEN_TEAMS, BOTH, Map.of("east", false, "west", false)))
                .isEqualTo(Ruling.DECLINE);
        assertThat(Ruling.of(ChangeKind.BETWEEN_TEAMS, BOTH, Map.of("east", true, "west", false)))
                .isEqualTo(Ruling.CONTEST);
        assertThat(Ruling.of(ChangeKind.BETWEEN_TEAMS, Set.of("east"), Map.of("east", true)))
                .isEqualTo(Ruling.APPROVE);
    }

    @Test
    void managers_are_heard_in_a_redesign_and_decide_on_nothing_contested() {
        assertThat(Ruling.of(ChangeKind.REDESIGN, BOTH, Map.of("east", true, "west", true)))
                .isEqualTo(Ruling.WAIT);
        assertThat(Ruling.of(ChangeKind.CONTESTED, BOTH, Map.of("east", true))).isEqualTo(Ruling.LEAVE);
    }

    @Test
    void guardrails_hold_at_their_exact_edge() {
        var rails = new DecidingConfig.Routine(List.of(), true, 2, 1_000L);

        assertThat(Ruling.inside(rails, ChangeKind.ROUTINE, 100_000, false, 1)).isTrue();
        assertThat(Ruling.inside(rails, ChangeKind.ROUTINE, 100_001, false, 1)).isFalse();
        assertThat(Ruling.inside(rails, ChangeKind.WITHIN_TEAM, 1, false, 2)).isFalse();
        assertThat(Ruling.inside(rails, ChangeKind.WITHIN_TEAM, 1, true, 0)).isFalse();
    }

    @Test
    void the_kind_of_change_follows_reason_ramp_and_team() {
        var policy = DecidingConfig.USUAL;

        assertThat(Changes.of(policy, "inactive owner", false, false)).isEqualTo(ChangeKind.ROUTINE);
        assertThat(Changes.of(policy, "balance", true, false)).isEqualTo(ChangeKind.ROUTINE);
        assertThat(Changes.of(policy, "balance", false, true)).isEqualTo(ChangeKind.WITHIN_TEAM);
        assertThat(Changes.of(policy, "balance", false, false)).isEqualTo(ChangeKind.BETWEEN_TEAMS);
    }
}
