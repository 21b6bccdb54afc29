package io.fairpatch.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WinRatesTest {
    @Test
    @Tag("B10")
    @Tag("B14")
    void intervals_hold_what_they_say_and_thin_cells_gain_most() {
        var outcome = SimulatedRates.of(60, 5);

        assertThat(outcome.cover()).as("90 % intervals").isBetween(0.87, 0.93);
        assertThat(outcome.errorOverRaw()).as("error under 20 deals over raw").isLessThan(0.7);
    }

    @Test
    @Tag("long")
    void on_200_orgs_too() {
        var outcome = SimulatedRates.of(200, 11);

        assertThat(outcome.cover()).isBetween(0.87, 0.93);
        assertThat(outcome.errorOverRaw()).isLessThan(0.7);
    }

    @Test
    @Tag("B14")
    void a_cell_alone_keeps_its_own_rate_and_an_empty_one_takes_its_parents() {
        var rates =
                WinRates.of(List.of(new RateNode(-1, 0, 10, 4), new RateNode(0, 1, 10, 4), new RateNode(0, 1, 0, 0)));

        assertThat(rates.get(1).mean()).isEqualTo(0.4);
        assertThat(rates.get(2).mean()).isEqualTo(0.4);
        assertThat(rates.get(2).ownShare()).isZero();
        assertThat(rates.get(2).high() - rates.get(2).low())
                .isGreaterThan(rates.get(1).high() - rates.get(1).low());
    }

    @Test
    void equal_cells_share_one_rate_and_very_different_ones_keep_theirs() {
        assertThat(PriorStrength.of(level(50, 10, 50, 10, 50, 10, 50, 10), 1).typical())
                .isGreaterThan(100);
        assertThat(PriorStrength.of(level(100, 5, 100, 95, 100, 50), 1).typical())
                .isLessThan(8);
    }

    @Test
    @Tag("B15")
    void a_thin_cell_of_large_deals_is_drawn_to_the_whole() {
        var thin = new ValueNode(0, 1, 1, Math.log(1_000), Math.pow(Math.log(1_000), 2));
        var rest = new ValueNode(0, 1, 50, 50 * Math.log(100), 50 * Math.pow(Math.log(100), 2) + 10);
        var other = new ValueNode(0, 1, 50, 50 * Math.log(200), 50 * Math.pow(Math.log(200), 2) + 10);
        var factors =
                WonValues.factors(List.of(new ValueNode(-1, 0, 101, sum(thin, rest, other), 0), thin, rest, other));

        assertThat(factors.get(0)).isEqualTo(1);
        assertThat(factors.get(1)).isBetween(factors.get(3), 6.9);
        assertThat(factors.get(2) / factors.get(3)).isCloseTo(0.5, within(0.02));
    }

    @Property(tries = 300)
    void an_estimate_lies_between_its_own_rate_and_its_parents(
            @ForAll @IntRange(min = 1, max = 200) int deals, @ForAll @IntRange(max = 200) int wins) {
        int won = Math.min(deals, wins);
        var rates = WinRates.of(level(deals, won, 40, 10));
        double own = (double) won / deals;
        double whole = rates.get(0).mean();
        var cell = rates.get(1);

        assertThat(cell.mean()).isBetween(Math.min(own, whole) - 1e-12, Math.max(own, whole) + 1e-12);
        assertThat(cell.low()).isBetween(0.0, cell.mean());
        assertThat(cell.high()).isBetween(cell.mean(), 1.0);
    }

    private static double sum(ValueNode... nodes) {
        return List.of(nodes).stream().mapToDouble(ValueNode::sumLog).sum();
    }

    private static List<RateNode> level(int... dealsAndWins) {
        var nodes = new ArrayList<RateNode>();
        int deals = 0;
        int wins = 0;
        for (int i = 0; i < dealsAndWins.length; i += 2) {
            deals += dealsAndWins[i];
            wins += dealsAndWins[i + 1];
        }
        nodes.add(new RateNode(-1, 0, deals, wins));
        for (int i = 0; i < dealsAndWins.length; i += 2) {
            nodes.add(new RateNode(0, 1, dealsAndWins[i], dealsAndWins[i + 1]));
        }
        return nodes;
    }
}
