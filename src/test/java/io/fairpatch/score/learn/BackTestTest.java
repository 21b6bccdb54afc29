package io.fairpatch.score.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BackTestTest {
    @Test
    void without_signal_the_model_stays_off_and_with_a_strong_one_it_may_be_used() {
        assertThat(SimulatedDeals.earned(15, 0, 7))
                .as("allowed in without any signal")
                .isZero();
        assertThat(SimulatedDeals.earned(6, 1.5, 7))
                .as("allowed in with a strong signal")
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    @Tag("long")
    void in_200_orgs_without_signal_it_stays_off_in_97_percent() {
        assertThat(SimulatedDeals.earned(200, 0, 23)).isLessThanOrEqualTo(6);
    }

    @Test
    void a_strong_signal_shows_in_every_measure() {
        var verdict =
                BackTest.run(SimulatedDeals.of(4_000, 1, new Random(3)), 1).orElseThrow();

        assertThat(verdict.model().auc())
                .isGreaterThan(0.7)
                .isGreaterThan(verdict.rules().auc());
        assertThat(verdict.model().skill()).isGreaterThan(0.1);
        assertThat(verdict.model().lift()).isGreaterThan(1.5);
        assertThat(verdict.gain()).isBetween(verdict.gainLow(), verdict.gainHigh());
        assertThat(verdict.deciles()).hasSize(10).allSatisfy(decile -> assertThat(decile.won())
                .isCloseTo(decile.predicted(), within(0.15)));
        assertThat(verdict.deciles().stream().mapToInt(Verdict.Decile::deals).sum())
                .isEqualTo(verdict.setting().judgedOn());
    }

    @Test
    void parts_add_up_to_the_log_odds_exactly() {
        var deals = SimulatedDeals.of(1_000, 1, new Random(5));
        var learned = Logistic.fit(deals.stream().map(DealCase::features).toArray(double[][]::new), outcomes(deals), 1);
        double[] row = deals.get(0).features();

        assertThat(learned.intercept()
                        + Arrays.stream(learned.contributions(row)).sum())
                .isEqualTo(learned.logOdds(row));
        assertThat(learned.probability(row)).isCloseTo(1 / (1 + Math.exp(-learned.logOdds(row))), within(1e-15));
    }

    @Test
    void the_fit_is_the_optimum_and_knows_a_planted_weight() {
        var random = new Random(11);
        var rows = new double[20_000][1];
        var outcomes = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = random.nextGaussian();
            outcomes[i] = random.nextDouble() < 1 / (1 + Math.exp(-(0.5 + 0.8 * rows[i][0])));
        }
        var learned = Logistic.fit(rows, outcomes, 1e-6);

        assertThat(learned.weights()[0] / learned.scales()[0]).isCloseTo(0.8, within(0.06));
        double mean =
                Arrays.stream(rows).mapToDouble(learned::probability).average().orElseThrow();
        long won = 0;
        for (boolean outcome : outcomes) {
            won += outcome ? 1 : 0;
        }
        assertThat(mean).as("at the optimum predictions add up to what came").isCloseTo(won / 20_000.0, within(1e-6));
    }

    @Test
    void at_the_fit_the_penalised_slope_is_zero_whatever_comes_first_and_alone() {
        var deals = SimulatedDeals.of(500, 1, new Random(13));
        double[][] rows = deals.stream().map(DealCase::features).toArray(double[][]::new);
        boolean[] outcomes = outcomes(deals);
        var learned = Logistic.fit(rows, outcomes, 10);
        for (int j = 0; j < learned.weights().length; j++) {
            double slope = -10 * learned.weights()[j];
            for (int i = 0; i < rows.length; i++) {
                double error = (outcomes[i] ? 1 : 0) - learned.probability(rows[i]);
                slope += error * (rows[i][j] - learned.means()[j]) / learned.scales()[j];
            }
            assertThat(slope).isCloseTo(0, within(1e-5));
        }
        Collections.reverse(deals);
        var turned = Logistic.fit(deals.stream().map(DealCase::features).toArray(double[][]::new), outcomes(deals), 10);
        assertThat(turned.logOdds(rows[0])).isCloseTo(learned.logOdds(rows[0]), within(1e-6));
        assertThat(Logistic.fit(rows, new boolean[rows.length], 10).probability(rows[0]))
                .as("nothing was ever won")
                .isLessThan(0.01);
    }

    @Test
    void equal_probabilities_share_their_rank() {
        assertThat(auc(new boolean[] {true, false, true, false}, 0.5, 0.5, 0.5, 0.5))
                .isEqualTo(0.5);
        assertThat(auc(new boolean[] {false, false, true}, 0.1, 0.2, 0.3)).isEqualTo(1);
        assertThat(auc(new boolean[] {true, false, true, false}, 0.1, 0.2, 0.3, 0.3))
                .as("one pair right, two wrong, one a draw")
                .isEqualTo(0.375);
        assertThat(auc(new boolean[] {true, true}, 0.1, 0.2)).isEqualTo(0.5);
    }

    @Test
    void lift_is_of_the_top_tenth_and_a_deal_drawn_twice_counts_twice() {
        var outcomes = new boolean[20];
        outcomes[19] = true;
        outcomes[0] = true;
        int[] order = IntStream.range(0, 20).toArray();
        var times = new int[20];
        Arrays.fill(times, 1);

        assertThat(Bootstrap.lift(times, outcomes, order))
                .as("one of the top two, two of all twenty")
                .isEqualTo(5);
        times[19] = 3;
        times[18] = 0;
        times[17] = 0;
        assertThat(Bootstrap.lift(times, outcomes, order))
                .as("the top two are both the won one, four of twenty are won")
                .isEqualTo(5);
        assertThat(Bootstrap.lift(times, new boolean[20], order)).isZero();
    }

    @Test
    void intervals_hold_the_measure_and_narrow_with_more_deals() {
        var few = BackTest.run(SimulatedDeals.of(1_600, 1, new Random(9)), 1).orElseThrow();
        var many = BackTest.run(SimulatedDeals.of(8_000, 1, new Random(9)), 1).orElseThrow();

        assertThat(few.model().auc())
                .isBetween(few.doubt().auc().low(), few.doubt().auc().high());
        assertThat(few.model().brier())
                .isBetween(few.doubt().brier().low(), few.doubt().brier().high());
        assertThat(few.model().skill())
                .isBetween(few.doubt().skill().low(), few.doubt().skill().high());
        assertThat(few.model().lift())
                .isBetween(few.doubt().lift().low(), few.doubt().lift().high());
        assertThat(width(many.doubt().auc())).isLessThan(0.7 * width(few.doubt().auc()));
    }

    private static double width(Interval interval) {
        return interval.high() - interval.low();
    }

    private static double auc(boolean[] outcomes, double... predicted) {
        var once = new int[outcomes.length];
        Arrays.fill(once, 1);
        return Bootstrap.auc(once, outcomes, predicted, Verdict.order(predicted));
    }

    @Test
    void too_few_deals_prove_nothing() {
        assertThat(BackTest.run(SimulatedDeals.of(300, 1, new Random(1)), 1)).isEmpty();
    }

    private static boolean[] outcomes(List<DealCase> deals) {
        var outcomes = new boolean[deals.size()];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = deals.get(i).won();
        }
        return outcomes;
    }
}
