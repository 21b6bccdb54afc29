package io.fairpatch.plan.kernel.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.Presolve;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An agent's block against its definition. */
final class AgentBlocksTest {
    private static final double HOT = 6e7;

    @ParameterizedTest
    @ValueSource(longs = {2, 3, 5, 7})
    void a_solution_put_into_the_blocks_gives_the_right_hand_side(long seed) {
        var reduced = Presolve.pinsOnly(RandomProblems.draw(seed, 60, 6));
        double[] rightHandSide = Drawn.prices(reduced, 1, seed + 1);
        double[] fixed = new double[rightHandSide.length];
        Arrays.fill(fixed, 1e6);
        var pass = Drawn.alone(workers -> {
            var at = new DualPass(reduced, 1, workers);
            at.run(Drawn.prices(reduced, 1.5, seed), HOT, 1);
            return at;
        });
        var blocks = Drawn.alone(workers -> {
            var at = new AgentBlocks(reduced, workers);
            at.at(pass, fixed);
            return at;
        });
        double[] solution = new double[fixed.length];

        blocks.solve(rightHandSide, solution);

        double[] image = new double[fixed.length];
        for (int i = 0; i < image.length; i++) {
            image[i] = fixed[i] * solution[i];
        }
        var problem = reduced.problem();
        for (int chunk = 0; chunk < DualPass.CHUNKS; chunk++) {
            var active = pass.active(chunk);
            for (int at = 0; at < active.size(); at++) {
                double share = active.share(at);
                int option = active.option(at);
                double along = Drawn.priced(reduced, solution, option) - problem.cost(option);
                for (int k = 0; k < problem.measures(); k++) {
                    image[problem.agent(option) * problem.measures() + k] +=
                            pass.weight() / pass.tau() * share * (1 - share) * along * problem.load(option, k);
                }
            }
        }
        for (int i = 0; i < image.length; i++) {
            double wanted = reduced.live()[i] ? rightHandSide[i] : 0;
            assertThat(reduced.live()[i] ? image[i] : solution[i])
                    .as("band %d", i)
                    .isCloseTo(wanted, within(1e-6));
        }
    }
}
