package io.fairpatch.score;

import io.fairpatch.score.MixedEffects.Effect;
import io.fairpatch.score.MixedEffects.Result;
import java.util.List;
import java.util.stream.IntStream;

/** Henderson's equations of {@link MixedEffects}: unknowns are the mean, then the reps, then the segments. */
final class MixedEquations {
    private final int reps;
    private final int segments;
    private final double[][] crossed;
    private final double[] right;
    private final double sumOfSquares;
    private final double weight;
    private final int results;

    MixedEquations(List<Result> results, int reps, int segments) {
        this.reps = reps;
        this.segments = segments;
        this.results = results.size();
        int size = 1 + reps + segments;
        crossed = new double[size][size];
        right = new double[size];
        double squares = 0;
        double sum = 0;
        for (Result result : results) {
            int[] at = {0, 1 + result.rep(), 1 + reps + result.segment()};
            for (int row : at) {
                for (int column : at) {
                    crossed[row][column] += result.weight();
                }
                right[row] += result.weight() * result.value();
            }
            squares += result.weight() * result.value() * result.value();
            sum += result.weight();
        }
        sumOfSquares = squares;
        weight = sum;
    }

    /** @param inverse of the equations' matrix: covariances of the errors over the noise */
    record Solution(double[] effects, double[][] inverse, double toReps, double toSegments) {
        double mean() {
            return effects[0];
        }
    }

    /** Variance of a result of weight 1 around the mean of all. */
    double spread() {
        return (sumOfSquares - right[0] * right[0] / weight) / Math.max(1, results - 1);
    }

    double typicalWeight() {
        return Math.max(1, weight / Math.max(1, reps));
    }

    /**
     * @param toReps noise over the variance between reps
     * @param toSegments noise over the variance between segments
     */
    Solution solve(double toReps, double toSegments) {
        int size = right.length;
        var matrix = new double[size][];
        for (int i = 0; i < size; i++) {
            matrix[i] = crossed[i].clone();
        }
        for (int i = 1; i < size; i++) {
            matrix[i][i] += i <= reps ? toReps : toSegments;
        }
        double[][] inverse = Matrices.inverseOfPositiveDefinite(matrix);
        var effects = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                effects[i] += inverse[i][j] * right[j];
            }
        }
        return new Solution(effects, inverse, toReps, toSegments);
    }

    /** The next noise of the EM steps. */
    double noise(Solution solution) {
        double explained = 0;
        for (int i = 0; i < right.length; i++) {
            explained += solution.effects()[i] * right[i];
        }
        return (sumOfSquares - explained) / Math.max(1, results - 1);
    }

    double repVariance(Solution solution, double noise) {
        return variance(solution, 1, reps, noise);
    }

    double segmentVariance(Solution solution, double noise) {
        return variance(solution, 1 + reps, segments, noise);
    }

    /** One less than the count keeps the variance off 0, which few groups would else suggest (Chung et al. 2013). */
    private static double variance(Solution solution, int from, int count, double noise) {
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += solution.effects()[i] * solution.effects()[i] + noise * solution.inverse()[i][i];
        }
        return count == 0 ? 0 : sum / Math.max(1, count - 1);
    }

    List<Effect> reps(Solution solution, double noise) {
        return effects(solution, 1, reps, noise);
    }

    List<Effect> segments(Solution solution, double noise) {
        return effects(solution, 1 + reps, segments, noise);
    }

    private static List<Effect> effects(Solution solution, int from, int count, double noise) {
        return IntStream.range(from, from + count)
                .mapToObj(i -> Effect.of(solution.effects()[i], noise * solution.inverse()[i][i]))
                .toList();
    }
}
