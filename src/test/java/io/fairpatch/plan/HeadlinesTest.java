package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Account;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadlinesTest {
    private final Prepared prepared =
            new ProblemBuilder(SmallOrg.random(3, 60, 4, 20).input(), new ArrayList<>()).build();
    private final Headlines headlines = new Headlines(prepared, List.of());

    private interface Check {
        void of(Shift shift, boolean nearer);
    }

    private void everywhere(Check check) {
        for (Unit unit : prepared.problem().units()) {
            for (Account account : prepared.members().get(unit.index())) {
                for (int from = 0; from < prepared.roster().size(); from++) {
                    for (int to = 0; to < prepared.roster().size(); to++) {
                        check.of(
                                new Shift(
                                        account,
                                        unit,
                                        prepared.roster().rep(from).id(),
                                        from,
                                        to),
                                prepared.kilometres(account, to) < prepared.kilometres(account, from));
                    }
                }
            }
        }
    }

    @Test
    void only_an_account_that_is_nearer_moves_for_its_distance_and_another_for_its_family() {
        everywhere((shift, nearer) -> {
            String ops = headlines.forOps(shift, Rule.TRAVEL);
            String crm = headlines.forCrm(shift, Rule.TRAVEL);
            assertThat(ops.contains(" km away from ")).as(ops).isEqualTo(nearer);
            assertThat(crm.contains(" km away")).as(crm).isEqualTo(nearer);
            boolean family = shift.unit().accounts() > 1;
            if (!nearer && family) {
                String whole = "its family of " + shift.unit().accounts();
                assertThat(ops).contains(whole);
                assertThat(crm).contains(whole);
            }
        });
    }
}
