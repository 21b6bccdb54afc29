package io.fairpatch.plan.kernel.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FactorTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_solution_times_the_matrix_is_the_right_hand_side(long seed) {
        var problem = RandomProblems.draw(seed, 40, 9);
        var columns = Columns.of(Presolve.pinsOnly(problem), e -> true);
        var random = new SplittableRandom(seed);
        int n = problem.bands();
        double[][] dense = new double[n][n];
        var factor = new Factor(Elimination.of(columns), problem.measures());
        for (int u = 0; u < columns.units(); u++) {
            for (int o = columns.first(u); o < columns.first(u + 1); o++) {
                for (int p = columns.first(u); p <= o; p++) {
                    add(columns, factor, dense, o, p, (p == o ? 1 : -0.2) * random.nextDouble() * 1e-12);
                }
            }
        }
        for (int i = 0; i < n; i++) {
            double value = 1_000 + random.nextDouble();
            factor.addDiagonal(i, value);
            dense[i][i] += value;
        }
        double[] right = random.doubles(n).toArray();
        Drawn.factorise(factor);
        double[] solution = factor.solve(right);
        for (int i = 0; i < n; i++) {
            double product = 0;
            for (int j = 0; j < n; j++) {
                product += dense[i][j] * solution[j];
            }
            assertThat(product).as("row %d", i).isCloseTo(right[i], within(1e-9));
        }
    }

    /** Adds {@code factor x w v'} and, off the diagonal, its mirror. */
    private static void add(Columns columns, Factor factor, double[][] dense, int o, int p, double by) {
        int m = columns.measures;
        int a = columns.agent[o];
        int b = columns.agent[p];
        factor.add(a, b, by, columns.load, o * m, p * m);
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < m; k++) {
                double value = by * columns.load[o * m + i] * columns.load[p * m + k];
                dense[a * m + i][b * m + k] += value;
                if (a != b) {
                    dense[b * m + k][a * m + i] += value;
                }
            }
        }
    }

    /** Enough agents for panels and for columns shared out between threads. */
    @Test
    void threads_share_a_large_factor_and_make_no_difference() {
        int agents = 210;
        var random = new SplittableRandom(5);
        var links = Elimination.unlinked(agents);
        for (var each : links) {
            each.set(0, agents);
        }
        var elimination = Elimination.of(links);
        double[] load = random.doubles(2L * agents).toArray();
        double[] right = random.doubles(2L * agents).toArray();
        List<double[]> solutions = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            var factor = new Factor(elimination, 2);
            for (int a = 0; a < agents; a++) {
                factor.addDiagonal(2 * a, 1_000);
                factor.addDiagonal(2 * a + 1, 1_000);
                for (int b = 0; b <= a; b++) {
                    factor.add(a, b, a == b ? 1 : 0.5, load, 2 * a, 2 * b);
                }
            }
            try (var workers = new Workers(threads)) {
                factor.factorise(workers);
            }
            solutions.add(factor.solve(right));
        }
        assertThat(solutions.get(1)).isEqualTo(solutions.get(0));
        for (int i = 0; i < right.length; i++) {
            double product = 1_000 * solutions.get(0)[i];
            for (int j = 0; j < right.length; j++) {
                product += (i / 2 == j / 2 ? 1 : 0.5)
                        * load[i]
                        * load[j]
                        * solutions.get(0)[j];
            }
            assertThat(product).as("row %d", i).isCloseTo(right[i], within(1e-9));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void a_band_without_influence_keeps_its_price(long seed) {
        var problem = RandomProblems.draw(seed, 20, 4);
        var columns = Columns.of(Presolve.pinsOnly(problem), e -> true);
        var factor = new Factor(Elimination.of(columns), problem.measures());
        for (int i = 1; i < problem.bands(); i++) {
            factor.addDiagonal(i, 4);
        }
        Drawn.factorise(factor);
        double[] right = new double[problem.bands()];
        Arrays.fill(right, 8);
        double[] solution = factor.solve(right);
        assertThat(solution[0]).isCloseTo(0, within(1e-100));
        assertThat(solution[1]).isCloseTo(2, within(1e-12));
    }
}
