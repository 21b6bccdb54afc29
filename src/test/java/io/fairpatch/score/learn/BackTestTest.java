package io.fairpatch.score.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
    void equal_probabilities_share_their_rank() {
        assertThat(Verdict.auc(new boolean[] {true, false, true, false}, new double[] {0.5, 0.5, 0.5, 0.5}))
                .isEqualTo(0.5);
        assertThat(Verdict.auc(new boolean[] {false, false, true}, new double[] {0.1, 0.2, 0.3}))
                .isEqualTo(1);
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
