package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Silent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where prices prove that no plan keeps all bands, none is searched for: what remains is to break as little as can be. */
class HopelessTest {
    @ParameterizedTest
    @CsvSource({"24, 3", "66, 3"})
    void too_few_moves_for_the_bands_are_found_out_by_prices_and_no_plan_is_searched_for(int accounts, int moves) {
        var org = new SmallOrg(20).reps(3);
        for (int i = 0; i < accounts; i++) {
            org.account(20_000, 1, 0, false, null);
        }
        PlanInput input = org.input();
        List<String> stages = new ArrayList<>();

        Planner.Solved solved = new Planner()
                .solve(input.with(input.levers().atMost(moves)), Integer.MAX_VALUE, new Silent() {
                    @Override
                    public void stage(String sentence) {
                        stages.add(sentence);
                    }
                });

        assertThat(solved.score().outside()).isPositive();
        assertThat(solved.score().broken()).isZero();
        assertThat(stages)
                .contains("Looking for the plan that breaks the rules least")
                .doesNotContain("Trying plans under all rules", "Looking for a plan");
    }
}
