package io.fairpatch.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RightsTest {
    @Test
    void every_role_may_do_what_the_table_says_and_nothing_else() {
        var table = Map.of(
                Role.ADMIN,
                        EnumSet.complementOf(EnumSet.of(
                                Action.DECIDE_ANY, Action.DECIDE_TEAM, Action.APPROVE, Action.VIEW_OWN_TERRITORY)),
                Role.OPS,
                        EnumSet.of(
                                Action.VIEW_PROPOSALS,
                                Action.EXPORT,
                                Action.SYNC,
                                Action.PLAN,
                                Action.PROPOSE,
                                Action.EDIT,
                                Action.COMMENT,
                                Action.DECIDE_ANY,
                                Action.APPROVE,
                                Action.COMMIT,
                                Action.VIEW_AUDIT),
                Role.APPROVER,
                        EnumSet.of(
                                Action.VIEW_PROPOSALS,
                                Action.EXPORT,
                                Action.EDIT,
                                Action.COMMENT,
                                Action.DECIDE_ANY,
                                Action.APPROVE,
                                Action.VIEW_AUDIT),
                Role.MANAGER,
                        EnumSet.of(
                                Action.VIEW_PROPOSALS, Action.COMMENT, Action.DECIDE_TEAM, Action.VIEW_OWN_TERRITORY),
                Role.REP, EnumSet.of(Action.VIEW_OWN_TERRITORY),
                Role.VIEWER, EnumSet.of(Action.VIEW_PROPOSALS));
        for (Role role : Role.values()) {
            var allowed = Arrays.stream(Action.values())
                    .filter(action -> Rights.allows(role, action))
                    .collect(Collectors.toSet());
            assertThat(allowed).as(role.name()).isEqualTo(table.get(role));
        }
    }
}
