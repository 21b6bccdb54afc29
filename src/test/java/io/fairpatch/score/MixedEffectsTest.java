package io.fairpatch.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fairpatch.score.MixedEffects.Result;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixedEffectsTest {
    @Test
    @Tag("E12")
    @Tag("I13")
    void planted_effects_lie_in_their_intervals() {
        var outcome = SimulatedTeams.of(40, 3);

        assertThat(outcome.repCover()).isBetween(0.85, 0.96);
        assertThat(outcome.segmentCover()).isBetween(0.85, 0.96);
    }

    @Test
    @Tag("long")
    void in_200_orgs_too() {
        var outcome = SimulatedTeams.of(200, 17);

        assertThat(outcome.repCover()).isGreaterThan(0.85);
        assertThat(outcome.segmentCover()).isGreaterThan(0.85);
    }

    @Test
    @Tag("I13")
    void a_good_rep_in_a_poor_segment_is_told_from_a_poor_rep_in_a_good_one() {
        var results = new ArrayList<Result>();
        double[] reps = {0.15, -0.15, 0, 0, 0, 0};
        double[] segments = {-0.1, 0.1, 0};
        for (int rep = 0; rep < reps.length; rep++) {
            for (int segment = 0; segment < segments.length; segment++) {
                // the good one mostly works the poor segment, the poor one the good segment
                double weight = rep == 0 && segment == 0 || rep == 1 && segment == 1 ? 300 : 60;
                double noise = 0.01 * ((rep * 7 + segment * 5) % 5 - 2);
                results.add(new Result(rep, segment, 0.4 + reps[rep] + segments[segment] + noise, weight));
            }
        }

        var fit = MixedEffects.fit(results, reps.length, segments.length);

        assertThat(fit.reps().get(0).value()).isCloseTo(0.15, within(0.03));
        assertThat(fit.reps().get(1).value()).isCloseTo(-0.15, within(0.03));
        assertThat(fit.segments().get(0).value()).isCloseTo(-0.1, within(0.03));
        assertThat(fit.reps().get(0).clear()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"7, 3", "3, 7", "1, 1", "4, 4"})
    void the_equations_are_solved_as_their_whole_matrix_is(int reps, int segments) {
        int size = 1 + reps + segments;
        var matrix = new double[size][size];
        var right = new double[size];
        var results = new ArrayList<Result>();
        for (int i = 0; i < 3 * reps * segments; i += 1 + i % 2) {
            var result = new Result(i % reps, i / reps % segments, (i * 37 % 100) / 100.0, 1 + i % 4);
            results.add(result);
            int[] at = {0, 1 + result.rep(), 1 + reps + result.segment()};
            for (int row : at) {
                right[row] += result.weight() * result.value();
                for (int column : at) {
                    matrix[row][column] += result.weight();
                }
            }
        }
        for (int i = 1; i < size; i++) {
            matrix[i][i] += i <= reps ? 2.5 : 7;
        }

        var solution = new MixedEquations(results, reps, segments).solve(2.5, 7);

        double[][] inverse = Matrices.inverseOfPositiveDefinite(matrix);
        for (int i = 0; i < size; i++) {
            double effect = 0;
            for (int j = 0; j < size; j++) {
                effect += inverse[i][j] * right[j];
            }
            assertThat(solution.effects()[i]).isCloseTo(effect, within(1e-9));
            assertThat(solution.inverse()[i]).isCloseTo(inverse[i][i], within(1e-9));
        }
    }

    @Test
    void equal_results_leave_nothing_to_reps_or_segments() {
        var fit = MixedEffects.fit(
                List.of(
                        new Result(0, 0, 0.3, 10),
                        new Result(0, 1, 0.3, 10),
                        new Result(1, 0, 0.3, 10),
                        new Result(1, 1, 0.3, 10)),
                2,
                2);

        assertThat(fit.mean()).isCloseTo(0.3, within(1e-9));
        assertThat(fit.reps()).allSatisfy(effect -> assertThat(effect.value()).isCloseTo(0, within(1e-6)));
    }
}
