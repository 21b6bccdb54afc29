package io.fairpatch.plan.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Mix;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.Table;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a search pays, kept up to date move by move, against counting all of it. */
class LedgerTest {
    private static final int UNITS = 8;
    private static final int SEATS = 3;
    private static final int MOVES = 60;
    private static final int MIX_CENTS = 70;

    private static TerritoryProblem problem(SplittableRandom random) {
        var units = IntStream.range(0, UNITS)
                .mapToObj(u -> FreeUnit.of(u, SEATS, random.nextInt(1, 200), new int[] {
                    1, random.nextInt(2), 0, 0, 0, random.nextInt(2), 0, 0
                }))
                .toList();
        var seats = IntStream.range(0, SEATS)
                .mapToObj(s -> new Seat(
                        s,
                        "S" + s,
                        new Band(200, 400, 300),
                        Band.OPEN,
                        new Caps(4, 2, Caps.NONE, Caps.NONE),
                        Mix.open().with(Count.GROWTH, 1, 2, MIX_CENTS)))
                .toList();
        int[][] cents = new int[UNITS][SEATS];
        for (int[] row : cents) {
            IntStream.range(0, SEATS).forEach(seat -> row[seat] = random.nextInt(100));
        }
        return new TerritoryProblem(units, seats, Table.of(cents, new int[UNITS][SEATS]), UNITS);
    }

    private static Duals duals(TerritoryProblem problem, SplittableRandom random) {
        var gauges = Gauge.of(problem);
        var prices = new double[gauges.size()][SEATS];
        for (double[] row : prices) {
            IntStream.range(0, SEATS).forEach(seat -> row[seat] = random.nextDouble(-1, 1));
        }
        return new Duals(problem, gauges, prices, 0);
    }

    @Property(tries = 100)
    void energy_is_what_counting_all_of_it_gives_however_far_regrets_stand_for_costs(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var problem = problem(random);
        var duals = duals(problem, random);
        var options = new Options(problem, Candidates.of(problem), duals);
        var ledger = new Ledger(problem, options, Strain.of(problem, duals, 50), new int[UNITS]);
        double leaning = random.nextDouble();
        ledger.firm(0.5, leaning);

        for (int move = 0; move < MOVES; move++) {
            int option = random.nextInt(options.none());
            if (option == ledger.mine(options.unit(option))) {
                continue;
            }
            assertThat(ledger.leastDearer(option, options.none()))
                    .isLessThanOrEqualTo(ledger.dearer(option, options.none()) + 1e-6);
            ledger.take();
        }
        double kept = ledger.energy();
        ledger.firm(0.5, leaning);

        assertThat(ledger.energyIsCost()).isFalse();
        assertThat(ledger.energy()).isCloseTo(kept, within(1e-6));
    }

    @Property(tries = 100)
    void without_prices_in_their_place_energy_of_a_sound_plan_is_its_cost(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var problem = problem(random);
        var duals = duals(problem, random);
        var options = new Options(problem, Candidates.of(problem), duals);
        int[] plan = IntStream.range(0, UNITS).map(u -> random.nextInt(SEATS)).toArray();
        var ledger = new Ledger(problem, options, Strain.of(problem, duals, 50), plan);
        ledger.firm(3, 0.9);
        ledger.firm(3, 0);

        var score = new Standing(problem, plan).score();
        assertThat(ledger.sound()).isEqualTo(score.feasible());
        if (score.feasible()) {
            assertThat(ledger.energy()).isCloseTo(score.cost(), within(1e-6));
        } else {
            assertThat(ledger.energy()).isGreaterThan(score.cost());
        }
    }

    @Property(tries = 100)
    void what_all_seats_miss_of_their_mixes_is_what_a_plan_pays_for(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var problem = problem(random);
        int[] plan = IntStream.range(0, UNITS).map(u -> random.nextInt(SEATS)).toArray();
        var standing = new Standing(problem, plan);

        long missed = Gauge.of(problem).stream()
                .filter(gauge -> gauge.kind().soft())
                .mapToLong(gauge -> standing.missed(gauge.kind().count()))
                .sum();

        assertThat(missed)
                .isEqualTo(
                        IntStream.range(0, SEATS).mapToLong(standing::mixCost).sum());
    }

    @Test
    void regrets_stand_for_costs_while_it_is_hot_and_not_once_rules_get_firm() {
        var warm = Annealing.Heat.WARM;

        assertThat(warm.leaning(0)).isCloseTo(warm.leans(), within(1e-12));
        assertThat(warm.leaning(0.5)).isBetween(0.1, warm.leans());
        assertThat(warm.leaning(0.9)).isZero();
        assertThat(Annealing.Heat.COOL.leaning(0)).isZero();
    }
}
