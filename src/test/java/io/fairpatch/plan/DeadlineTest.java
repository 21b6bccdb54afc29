package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Silent;
import io.fairpatch.plan.engine.Mending;
import io.fairpatch.plan.problem.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A search that has a limit of time leaves rounds out to keep it; one without has them all. */
class DeadlineTest {
    private static final int ROUNDS = 100;
    private static final int CHAINS = 2;

    /** Counts which rounds of annealing took part, stage by stage. */
    private static final class Rounds extends Silent {
        private final Map<Long, AtomicInteger> seen = new ConcurrentHashMap<>();

        @Override
        public void at(long done, long total) {
            if (total == ROUNDS) {
                seen.computeIfAbsent(done, round -> new AtomicInteger()).incrementAndGet();
            }
        }

        int most() {
            return seen.values().stream().mapToInt(AtomicInteger::get).max().orElse(0);
        }
    }

    private static PlanInput org() {
        return SmallOrg.random(3, 150, 6, 60).input();
    }

    @Test
    void planning_around_hands_anneals_every_round() {
        var problem = new ProblemBuilder(org(), new ArrayList<>()).build().problem();
        int[] plan =
                problem.units().stream().mapToInt(unit -> unit.options()[0]).toArray();
        var rounds = new Rounds();

        int[] mended = new Mending(problem, plan, List.of(0)).run(1, rounds);

        assertThat(rounds.seen).hasSize(ROUNDS);
        assertThat(rounds.seen.values()).allMatch(times -> times.get() == CHAINS);
        assertThat(new Standing(problem, mended).score()).isLessThan(new Standing(problem, plan).score());
    }

    @Test
    void a_plan_whose_time_is_over_leaves_rounds_out_but_never_the_last_and_says_so() {
        var rounds = new Rounds();

        Planner.Solved solved = new Planner(1e-9).solve(org(), Integer.MAX_VALUE, rounds);

        assertThat(rounds.seen).containsOnlyKeys(0L, ROUNDS - 1L);
        assertThat(solved.notes()).anyMatch(note -> note.startsWith("The search was ended by its time limit"));
        assertThat(solved.score())
                .isEqualTo(new Standing(
                                solved.prepared().problem(), solved.result().assignment())
                        .score());
        PlanChecks.everyAccountHasAnActiveRep(org(), solved.explained(List.of()));
    }

    @Test
    void a_plan_with_time_enough_leaves_nothing_out_and_says_nothing_of_time() {
        var rounds = new Rounds();

        Planner.Solved solved = new Planner().solve(org(), Integer.MAX_VALUE, rounds);

        assertThat(rounds.seen).hasSize(ROUNDS);
        assertThat(rounds.most()).isGreaterThanOrEqualTo(CHAINS);
        assertThat(solved.notes()).noneMatch(note -> note.contains("time limit"));
    }
}
