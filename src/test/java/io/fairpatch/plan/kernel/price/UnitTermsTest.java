package io.fairpatch.plan.kernel.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.Reduced;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units' part of a Newton step against the equations it solves. */
final class UnitTermsTest {
    private static final double MU = 2e6;
    private static final double TARGET = 3e5;
    private static final double SECOND = 0.7;
    private static final double STIFF = 4e9;

    /** One chunk of all units, with dense sums beside it. */
    private record Stand(Reduced reduced, Columns columns, UnitTerms terms, UnitTerms.State state, double[] prices) {
        static Stand of(long seed) {
            var reduced = Presolve.pinsOnly(RandomProblems.draw(seed, 50, 6));
            var columns = Columns.of(reduced, e -> true);
            var state = UnitTerms.State.of(columns);
            var terms = new UnitTerms(columns, 0, columns.units(), state);
            double[] prices = Drawn.prices(reduced, 0.4, seed);
            terms.start(prices, MU);
            return new Stand(reduced, columns, terms, state, prices);
        }

        double slack(int unit, int column) {
            return Drawn.priced(reduced, prices, columns.option[column]) - state.u()[unit];
        }

        double dSlack(int unit, int column, double[] dpi) {
            return columns.along(column, dpi) - state.du()[unit];
        }

        double[] loads(double[] of) {
            double[] loads = new double[prices.length];
            for (int e = 0; e < of.length; e++) {
                for (int k = 0; k < columns.measures; k++) {
                    loads[columns.agent[e] * columns.measures + k] += of[e] * columns.load[e * columns.measures + k];
                }
            }
            return loads;
        }

        double sum(int unit, double[] of) {
            return Arrays.stream(of, columns.first(unit), columns.first(unit + 1))
                    .sum();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 8, 13})
    void a_start_is_central(long seed) {
        var stand = Stand.of(seed);
        double[] x = stand.state().x();
        for (int u = 0; u < stand.columns().units(); u++) {
            assertThat(stand.sum(u, x)).isCloseTo(1, within(1e-12));
        }
        each(
                stand.columns(),
                (u, e) -> assertThat(x[e] * stand.slack(u, e)).as("share %d", e).isCloseTo(MU, within(1e-6 * MU)));
        assertClose(stand.terms().loads, stand.loads(x));
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 8, 13})
    void a_step_solves_the_newton_equations(long seed) {
        var stand = Stand.of(seed);
        var state = stand.state();
        Arrays.setAll(state.x(), e -> state.x()[e] * (0.7 + e % 4 * 0.1));
        var matrix = assembled(stand);

        double[] affine = matrix.solve(stand.terms().right[0]);
        stand.terms().predict(stand.prices(), affine);
        assertStep(stand, affine, 0, new double[state.x().length]);
        double[] second = new double[state.x().length];
        each(stand.columns(), (u, e) -> second[e] = SECOND * state.dx()[e] * stand.dSlack(u, e, affine));

        double[] right = new double[affine.length];
        Arrays.setAll(
                right,
                i -> stand.terms().right[0][i]
                        + TARGET * stand.terms().right[1][i]
                        + SECOND * stand.terms().right[2][i]);
        double[] dpi = matrix.solve(right);
        stand.terms().correct(stand.prices(), affine, dpi, TARGET, SECOND);
        assertStep(stand, dpi, TARGET, second);
        moves(stand);
    }

    private static Factor assembled(Stand stand) {
        var matrix = new Factor(Elimination.of(stand.columns()), stand.columns().measures);
        stand.terms().assemble(stand.prices(), matrix);
        for (int i = 0; i < stand.prices().length; i++) {
            matrix.addDiagonal(i, STIFF);
        }
        Drawn.factorise(matrix);
        assertClose(stand.terms().loads, stand.loads(stand.state().x()));
        assertThat(stand.terms().bound).isCloseTo(unitsBound(stand), within(1e-3));
        assertThat(stand.terms().products[0]).isCloseTo(product(stand), within(1e-6 * MU));
        return matrix;
    }

    private static void moves(Stand stand) {
        var state = stand.state();
        double[] x = state.x().clone();
        double[] u = state.u().clone();
        stand.terms().move(0.5, 0.25);
        for (int e = 0; e < x.length; e++) {
            assertThat(state.x()[e]).isEqualTo(x[e] + 0.5 * state.dx()[e]);
        }
        for (int j = 0; j < u.length; j++) {
            assertThat(state.u()[j]).isEqualTo(u[j] + 0.25 * state.du()[j]);
        }
    }

    /** {@code sum (x + dx) = 1}, {@code xs + s dx + x ds = mu - second}, and loads change as the stiff ends ask. */
    private static void assertStep(Stand stand, double[] dpi, double mu, double[] second) {
        var columns = stand.columns();
        double[] x = stand.state().x();
        double[] dx = stand.state().dx();
        double[] sums = new double[4];
        double[] steps = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        each(columns, (u, e) -> {
            double s = stand.slack(u, e);
            double ds = stand.dSlack(u, e, dpi);
            assertThat(x[e] * s + s * dx[e] + x[e] * ds + second[e])
                    .as("product %d", e)
                    .isCloseTo(mu, within(1e-6 * MU));
            sums[1] += s * dx[e];
            sums[2] += x[e] * ds;
            sums[3] += dx[e] * ds;
            steps[0] = dx[e] < 0 ? Math.min(steps[0], -x[e] / dx[e]) : steps[0];
            steps[1] = ds < 0 ? Math.min(steps[1], -s / ds) : steps[1];
        });
        for (int u = 0; u < columns.units(); u++) {
            assertThat(stand.sum(u, x) + stand.sum(u, dx)).as("unit %d", u).isCloseTo(1, within(1e-9));
        }
        double[] ends = new double[dpi.length];
        Arrays.setAll(ends, i -> STIFF * dpi[i]);
        assertClose(stand.loads(dx), ends);
        assertThat(stand.terms().primalStep).isCloseTo(steps[0], within(1e-6 * steps[0]));
        assertThat(stand.terms().dualStep).isCloseTo(steps[1], within(1e-6 * steps[1]));
        for (int p = 1; p < 4 && mu == 0; p++) {
            assertThat(stand.terms().products[p]).as("sum %d", p).isCloseTo(sums[p], within(1e-6 * MU * x.length));
        }
    }

    private static double unitsBound(Stand stand) {
        double[] bound = new double[stand.columns().units()];
        Arrays.fill(bound, Double.POSITIVE_INFINITY);
        each(
                stand.columns(),
                (u, e) -> bound[u] =
                        Math.min(bound[u], Drawn.priced(stand.reduced(), stand.prices(), stand.columns().option[e])));
        return Arrays.stream(bound).sum();
    }

    private static double product(Stand stand) {
        double[] sum = new double[1];
        each(stand.columns(), (u, e) -> sum[0] += stand.state().x()[e] * stand.slack(u, e));
        return sum[0];
    }

    private interface OfColumn {
        void take(int unit, int column);
    }

    private static void each(Columns columns, OfColumn task) {
        for (int u = 0; u < columns.units(); u++) {
            for (int e = columns.first(u); e < columns.first(u + 1); e++) {
                task.take(u, e);
            }
        }
    }

    private static void assertClose(double[] actual, double[] expected) {
        double scale = 1 + Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            assertThat(actual[i]).as("band %d", i).isCloseTo(expected[i], within(1e-8 * scale));
        }
    }
}
