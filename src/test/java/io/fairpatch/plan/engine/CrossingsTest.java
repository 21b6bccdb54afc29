package io.fairpatch.plan.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.Table;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What could come back for a unit that goes, against a look at every option of every unit. */
class CrossingsTest {
    private static final int UNITS = 9;
    private static final int SEATS = 3;
    private static final int MOVES = 40;
    private static final int DRAWS = 400;
    private static final double LIMIT = 50;

    private static TerritoryProblem problem(SplittableRandom random) {
        var units = IntStream.range(0, UNITS)
                .mapToObj(u -> FreeUnit.of(u, SEATS, 100, new int[] {1, 0, 0, 0, 0, 0, 0, 0}))
                .toList();
        var seats = IntStream.range(0, SEATS)
                .mapToObj(s -> new Seat(s, "S" + s, new Band(0, 1_000, 300), Band.OPEN, Caps.OPEN))
                .toList();
        int[][] cents = new int[UNITS][SEATS];
        for (int[] row : cents) {
            row[random.nextInt(SEATS)] = random.nextInt(100);
        }
        return new TerritoryProblem(units, seats, Table.of(cents, new int[UNITS][SEATS]), UNITS);
    }

    @Property(tries = 50)
    void whoever_could_come_back_is_found_and_nobody_else(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var problem = problem(random);
        var duals = Duals.none(problem, Gauge.of(problem));
        var options = new Options(problem, Candidates.of(problem), duals);
        var ledger = new Ledger(problem, options, Strain.of(problem, duals, 1), new int[UNITS]);
        var near = new Near(options, LIMIT);
        near.gather(0, ledger);
        var crossings = new Crossings(SEATS, options, near, ledger);
        crossings.gather();

        for (int move = 0; move < MOVES; move++) {
            int option = random.nextInt(options.none());
            int unit = options.unit(option);
            crossings.leave(unit, ledger.mine(unit));
            crossings.enter(unit, option);
            ledger.dearer(option, options.none());
            ledger.take();
        }

        assertThat(new Standing(problem, ledger.plan()).score().cost())
                .as("units keep their own costs, however they are laid out")
                .isEqualTo(Math.round(ledger.energy()));
        for (int way = 0; way < SEATS * SEATS; way++) {
            int from = way / SEATS;
            int to = way % SEATS;
            var found = new TreeSet<Integer>();
            for (int draw = 0; draw < DRAWS; draw++) {
                found.add(crossings.any(from, to, random));
            }
            assertThat(found).isEqualTo(expected(options, ledger, near, from, to));
        }
    }

    private static TreeSet<Integer> expected(Options options, Ledger ledger, Near near, int from, int to) {
        var all = new TreeSet<Integer>();
        for (int option = 0; option < options.none(); option++) {
            boolean there = options.seat(ledger.mine(options.unit(option))) == from && options.seat(option) == to;
            if (there && from != to && near.has(option)) {
                all.add(option);
            }
        }
        return all.isEmpty() ? new TreeSet<>(Set.of(options.none())) : all;
    }
}
