package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Orgs whose rules and bands no plan can keep all; what is broken least was proven by CP-SAT on the same problem. */
class LeastBrokenTest {
    @ParameterizedTest
    @CsvSource({"3, 0, 18929", "6, 2, 0", "7, 0, 12702", "11, 17, 17324", "29, 0, 9375", "31, 0, 7049", "41, 2, 10151"})
    void the_plan_breaks_as_few_rules_and_then_as_little_of_the_bands_as_any_can(long seed, long broken, long outside) {
        var random = new Random(seed * 31 + 7);
        int accounts = 15 + random.nextInt(90);
        int reps = 2 + random.nextInt(6);
        PlanInput any = SmallOrg.random(seed, accounts, reps, 20).input();
        int kind = random.nextInt(4);
        PlanInput input =
                kind == 3 ? any : any.with(any.levers().atMost(kind == 0 ? 0 : random.nextInt(1 + accounts / 4)));

        var score = new Planner().solve(input, Integer.MAX_VALUE, Progress.NONE).score();

        assertThat(score.broken()).isEqualTo(broken);
        assertThat(score.outside()).isEqualTo(outside);
    }
}
