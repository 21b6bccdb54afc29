package io.fairpatch.plan.kernel.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.BruteForce;
import io.fairpatch.plan.kernel.OddProblems;
import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.ExactBound;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProverTest {
    private final Workers workers = new Workers(1);

    @AfterEach
    void close() {
        workers.close();
    }

    private Prover prover(AssignmentProblem problem, long steps) {
        return new Prover(problem, workers, new Pace(Budget.ofSteps(steps, 1, 1), Progress.NONE, () -> 0), null);
    }

    @Test
    void a_proof_is_found_where_no_plan_exists_and_nowhere_else() {
        int proofs = 0;
        for (int seed = 1; seed <= 120; seed++) {
            var problem = seed % 2 == 0 ? OddProblems.draw(seed, 1, 8, 3) : RandomProblems.draw(seed, 8, 3);
            var random = new SplittableRandom(seed);
            var rules = Rule.all(problem).stream()
                    .filter(r -> random.nextInt(8) > 0)
                    .toList();
            boolean none = BruteForce.of(Rule.only(problem, rules)).leastCost == Long.MAX_VALUE;
            assertThat(prover(problem, 5_000).clash(rules))
                    .as("proof of %d", seed)
                    .isEqualTo(none);
            proofs += none ? 1 : 0;
        }
        assertThat(proofs).isBetween(15, 100);
    }

    @Test
    void the_prices_of_a_proof_are_kept_and_prove_it_again_without_a_step() {
        var problem = overfull();
        var rules = Rule.all(problem);
        var prover = prover(problem, 5_000);
        assertThat(prover.certificate()).isNull();
        assertThat(prover.clash(rules)).isTrue();
        double[] certificate = Objects.requireNonNull(prover.certificate());
        var reduced = Objects.requireNonNull(Presolve.reduce(Rule.only(problem, rules)));
        assertThat(ExactBound.provesInfeasible(reduced, certificate)).isTrue();
        var spent = new Pace(Budget.ofSteps(0, 1, 1), Progress.NONE, () -> 0);
        assertThat(new Prover(problem, workers, spent, certificate).clash(rules))
                .isTrue();
        assertThat(prover.clash(rules.subList(0, 2))).isFalse();
    }

    /** Units of 21 in all for two agents with room for 10 each: a matter of the sum of both, seen by prices alone. */
    private static AssignmentProblem overfull() {
        var builder = new ProblemBuilder(List.of("r0", "r1", "r2"), List.of("load"))
                .band(0, 0, 0, 10)
                .band(1, 0, 0, 10);
        long[] loads = {2, 2, 3, 3, 5, 6};
        for (int u = 0; u < loads.length; u++) {
            builder.unit("a" + u).option(0, u, loads[u]).option(1, 9 - u, loads[u]);
        }
        return builder.build();
    }

    @Test
    void a_problem_too_large_to_be_searched_to_its_end_is_not_called_a_clash() {
        var small = OddProblems.counted(12, 9, 2);
        assertThat(prover(small, 5_000).clash(Rule.all(small))).as("searched").isTrue();
        assertThat(prover(small, 0).clash(Rule.all(small)))
                .as("no step to search")
                .isFalse();
        var large = OddProblems.counted(61, 9, 2);
        assertThat(prover(large, 5_000).clash(Rule.all(large))).as("too large").isFalse();
        var feasible = OddProblems.counted(12, 12, 2);
        assertThat(prover(feasible, 5_000).clash(Rule.all(feasible))).isFalse();
    }
}
