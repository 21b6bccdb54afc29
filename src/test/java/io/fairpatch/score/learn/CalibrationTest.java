package io.fairpatch.score.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Platt's line, and how sure a fit is of itself. */
class CalibrationTest {
    @Test
    void a_planted_shift_and_slope_are_found_at_the_penalised_optimum() {
        var random = new Random(2);
        var said = new double[20_000];
        var came = new boolean[said.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = 2 * random.nextGaussian();
            came[i] = random.nextDouble() < share(0.7 + 0.5 * said[i]);
        }
        var line = Calibration.fit(said, came);

        assertThat(line.shift()).isCloseTo(0.7, within(0.06));
        assertThat(line.slope()).isCloseTo(0.5, within(0.04));
        double up = -10 * line.shift();
        double upSlope = -10 * (line.slope() - 1);
        for (int i = 0; i < said.length; i++) {
            double error = (came[i] ? 1 : 0) - share(line.shift() + line.slope() * said[i]);
            up += error;
            upSlope += error * said[i];
        }
        assertThat(up).isCloseTo(0, within(1e-6));
        assertThat(upSlope).isCloseTo(0, within(1e-6));
    }

    @Test
    void a_model_that_ranks_the_wrong_way_round_is_muted() {
        var said = new double[2_000];
        var came = new boolean[said.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = i % 2 == 0 ? 2 : -2;
            came[i] = i % 2 == 1;
        }

        assertThat(Calibration.fit(said, came).slope()).isEqualTo(0.01);
        assertThat(Calibration.fit(new double[0], new boolean[0])).isEqualTo(new Calibration(0, 1));
    }

    @Test
    void a_calibrated_model_says_the_line_of_its_log_odds_and_doubts_by_the_slope() {
        var model =
                new Logistic(0.3, new double[] {0.8, -0.4}, new double[] {1, 2}, new double[] {2, 4}, new double[][] {
                    {0.01, 0.001, 0}, {0.001, 0.02, 0.002}, {0, 0.002, 0.03}
                });
        var line = new Calibration(0.2, 0.5);
        double[] row = {3, 10};
        var calibrated = line.of(model);

        assertThat(model.logOdds(row)).as("0.3 + 0.8 x 1 - 0.4 x 2").isCloseTo(0.3, within(1e-12));
        assertThat(model.doubt(row))
                .as("variance 0.01 + 0.02 + 4 x 0.03 + 2 x (0.001 + 2 x 0.002)")
                .isCloseTo(Math.sqrt(0.16), within(1e-12));
        assertThat(calibrated.logOdds(row)).isCloseTo(0.2 + 0.5 * 0.3, within(1e-12));
        assertThat(calibrated.doubt(row)).isCloseTo(0.5 * 0.4, within(1e-12));
        assertThat(calibrated.contributions(row)).containsExactly(0.4, -0.4);
    }

    @Test
    void the_covariance_is_that_of_so_many_deals_and_the_penalty() {
        var rows = new double[400][1];
        var outcomes = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = i % 2 == 0 ? 3 : 5;
            outcomes[i] = i % 4 < 2;
        }
        var even = Logistic.fit(rows, outcomes, 10);

        assertThat(even.means()).containsExactly(4);
        assertThat(even.scales()).containsExactly(1);
        assertThat(even.probability(new double[] {5})).isCloseTo(0.5, within(1e-9));
        assertThat(even.doubt(new double[] {4})).isCloseTo(Math.sqrt(1 / 100.0), within(1e-9));
        assertThat(even.doubt(new double[] {6})).isCloseTo(Math.sqrt(1 / 100.0 + 4 / 110.0), within(1e-9));

        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = 7;
            outcomes[i] = i % 4 < 3;
        }
        var alike = Logistic.fit(rows, outcomes, 10);
        assertThat(alike.scales()).as("a feature that never varies").containsExactly(1);
        assertThat(alike.probability(new double[] {7})).isCloseTo(0.75, within(1e-6));
        assertThat(alike.doubt(new double[] {7})).isCloseTo(Math.sqrt(1 / (400 * 0.75 * 0.25)), within(1e-6));
    }

    private static double share(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }

    @Test
    void a_model_that_is_muted_is_still_right_on_average() {
        var random = new Random(4);
        var said = new double[4_000];
        var came = new boolean[said.length];
        int won = 0;
        for (int i = 0; i < said.length; i++) {
            said[i] = -2 + random.nextGaussian();
            came[i] = random.nextDouble() < share(-2.4 - 0.4 * (said[i] + 2));
            won += came[i] ? 1 : 0;
        }
        var line = Calibration.fit(said, came);

        assertThat(line.slope()).isEqualTo(0.01);
        assertThat(Arrays.stream(said)
                        .map(odds -> share(line.shift() + line.slope() * odds))
                        .sum())
                .isCloseTo(won, within(0.1 * won));
    }

    @Test
    void deals_that_all_end_against_what_was_said_settle_too() {
        var said = new double[500];
        Arrays.fill(said, 5);

        var line = Calibration.fit(said, new boolean[said.length]);

        assertThat(share(line.shift() + line.slope() * 5)).isBetween(0.0, 0.2);
    }
}
