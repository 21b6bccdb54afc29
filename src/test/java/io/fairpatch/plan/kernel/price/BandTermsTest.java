package io.fairpatch.plan.kernel.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bands' part of a Newton step: at given loads it leads to the central path, known in closed form for one band. */
final class BandTermsTest {
    private static final double MU = 1e6;
    private static final double[] MOST = {50, 50, 50};

    /** A band of some width, one of none, and one that can't be broken. */
    private static Reduced bands() {
        var builder = new ProblemBuilder(List.of("wide", "narrow", "open"), List.of("load"));
        builder.band(0, 0, 3_000_000, 5_000_000).band(1, 0, 4_000_000, 4_000_000);
        for (int u = 0; u < 10; u++) {
            builder.unit("u" + u)
                    .option(0, 0, 1_000_000)
                    .option(1, 0, 1_000_000)
                    .option(2, 0, 1_000_000);
        }
        return Presolve.pinsOnly(builder.build());
    }

    private static BandTerms at(double price, double[] loads) {
        var terms = new BandTerms(bands(), MOST, new double[3]);
        terms.price(new double[] {price, -price, 7});
        terms.start(loads, MU);
        return terms;
    }

    @ParameterizedTest
    @CsvSource({"0.3, 3.5", "-0.3, 4.5", "0, 4", "2, 7", "-2, 1", "0.9, 5"})
    void newton_steps_at_fixed_loads_change_prices_until_loads_are_what_the_price_asks_for(double price, double load) {
        double[] loads = {load * 1e6, 4.1e6, 2e6};
        var terms = at(price, loads);
        assertThat(terms.pairs()).isEqualTo(6);
        assertThat(terms.complementarity()).as("on the central path").isCloseTo(6 * MU, within(1e-6 * MU));
        assertThat(terms.diagonal(2)).isEqualTo(1);
        assertThat(terms.right(2, MU, 0, 2e6)).isZero();
        for (int iteration = 0; iteration < 60; iteration++) {
            double[] dpi = new double[3];
            for (int i = 0; i < 2; i++) {
                dpi[i] = terms.right(i, MU, 0, loads[i]) / terms.diagonal(i);
            }
            terms.direct(dpi, loads, MU, 0);
            assertThat(terms.products[0]).isCloseTo(terms.complementarity(), within(1e-6 * MU));
            assertThat(terms.products[0] + terms.products[1] + terms.products[2])
                    .as("to first order every product becomes mu")
                    .isCloseTo(6 * MU, within(1e-6 * MU + 1e-9 * terms.products[0]));
            terms.move(dpi, Math.min(1, 0.9 * terms.primalStep), Math.min(1, 0.9 * terms.dualStep));
        }
        assertThat(terms.price[0]).isCloseTo(price(loads[0]), within(1e-6));
        assertThat(terms.price[1]).isCloseTo(elastic(0.1e6), within(1e-6));
        assertThat(terms.price[2]).isZero();
        assertThat(terms.complementarity()).isCloseTo(6 * MU, within(1e-3 * MU));
    }

    /**
     * The price at which elastic slacks and the band together hold a load: {@code r = load - over + under} with
     * {@code over = mu / (most - pi)}, {@code under = mu / (most + pi)} and {@code pi = mu / (high - r) - mu / (r - low)}.
     */
    private static double price(double load) {
        double low = -MOST[0];
        double high = MOST[0];
        for (int step = 0; step < 200; step++) {
            double pi = (low + high) / 2;
            double r = load - MU / (MOST[0] - pi) + MU / (MOST[0] + pi);
            boolean above = r >= 5e6 || (r > 3e6 && MU / (5e6 - r) - MU / (r - 3e6) > pi);
            low = above ? pi : low;
            high = above ? high : pi;
        }
        return low;
    }

    /** The price at which elastic slacks alone take so much: {@code mu / (most - pi) - mu / (most + pi)}. */
    private static double elastic(double off) {
        double low = -MOST[1];
        double high = MOST[1];
        for (int step = 0; step < 200; step++) {
            double pi = (low + high) / 2;
            boolean less = MU / (MOST[1] - pi) - MU / (MOST[1] + pi) < off;
            low = less ? pi : low;
            high = less ? high : pi;
        }
        return low;
    }

    @Test
    void prices_stay_off_their_ends_and_charge_the_end_they_pull_to() {
        var terms = new BandTerms(bands(), MOST, new double[3]);
        terms.price(new double[] {80, -80, 9});
        assertThat(terms.price).containsExactly(0.999 * 50, -0.999 * 50, 0);
        assertThat(terms.charge()).isCloseTo(49.95 * 5e6 - 49.95 * 4e6, within(1e-3));
        terms.price(new double[] {-2, 3, 0});
        assertThat(terms.charge()).isCloseTo(-2 * 3e6 + 3 * 4e6, within(1e-3));
        assertThat(terms.outside(new double[] {4e6, 4e6, 9e6})).isZero();
        assertThat(terms.outside(new double[] {5.5e6, 4.1e6, 9e6})).isCloseTo(0.1, within(1e-12));
        assertThat(terms.outside(new double[] {2.8e6, 3.5e6, 9e6})).isCloseTo(0.125, within(1e-12));
    }

    @Test
    void what_has_settled_is_taken_off_the_bands() {
        var terms = new BandTerms(bands(), MOST, new double[] {2e6, 1e6, 0});
        terms.price(new double[] {2, 3, 0});
        assertThat(terms.charge()).isCloseTo(2 * 3e6 + 3 * 3e6, within(1e-3));
        assertThat(terms.outside(new double[] {3e6, 3e6, 9e6})).isZero();
        assertThat(terms.outside(new double[] {4.5e6, 3e6, 9e6})).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void the_second_order_of_the_last_direction_is_taken_off() {
        double[] loads = {4.4e6, 4.1e6, 2e6};
        double[] dpi = {0.02, -0.01, 0};
        var terms = at(0.5, loads);
        terms.direct(dpi, loads, 0, 0);
        double second = terms.products[3];
        terms.direct(dpi, loads, MU, 1);
        assertThat(terms.products[0] + terms.products[1] + terms.products[2])
                .isCloseTo(6 * MU - second, within(1e-6 * MU));
    }
}
