package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.engine.Candidates;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    @Test
    void a_large_account_may_go_to_any_seat_and_a_small_one_to_the_nearest() {
        var org = new SmallOrg(60).reps(40).account(900_000, 1, 0, false, null);
        for (int i = 0; i < 4_000; i++) {
            org.account(10_000, 1 + i % 40, 0, false, null);
        }
        var problem = new ProblemBuilder(org.input(), new ArrayList<>()).build().problem();

        var candidates = Candidates.of(problem);

        var largest = problem.units().stream()
                .max(Comparator.comparingLong(Unit::potential))
                .orElseThrow();
        assertThat(candidates.of(largest.index())).containsExactly(largest.options());
        assertThat(problem.units())
                .filteredOn(unit -> unit != largest)
                .extracting(unit -> candidates.of(unit.index()).length)
                .anyMatch(seats -> seats < 40);
    }

    @Test
    void the_richer_an_account_the_more_seats_it_may_go_to() {
        var org = new SmallOrg(60).reps(200).account(20_000, 1, 0, false, null);
        for (int i = 0; i < 4_000; i++) {
            org.account(10_000, 1 + i % 200, 0, false, null);
        }
        var problem = new ProblemBuilder(org.input(), new ArrayList<>()).build().problem();

        var candidates = Candidates.of(problem);

        var richest = problem.units().stream()
                .max(Comparator.comparingLong(Unit::potential))
                .orElseThrow();
        int[] its = candidates.of(richest.index());
        assertThat(its).hasSizeBetween(39, 60);
        assertThat(problem.units())
                .filteredOn(unit -> unit != richest)
                .extracting(unit -> candidates.of(unit.index()).length)
                .anyMatch(seats -> seats < 35);
        long dearest = IntStream.of(its)
                .mapToLong(seat -> problem.cost(richest.index(), seat))
                .sorted()
                .toArray()[37];
        assertThat(IntStream.of(richest.options()).filter(seat -> problem.cost(richest.index(), seat) < dearest))
                .as("no cheaper seat is left out")
                .allMatch(seat -> candidates.has(richest.index(), seat));
    }
}
