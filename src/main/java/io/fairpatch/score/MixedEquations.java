package io.fairpatch.score;

import io.fairpatch.score.MixedEffects.Effect;
import io.fairpatch.score.MixedEffects.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Henderson's equations of {@link MixedEffects}: unknowns are the mean, then the reps, then the segments. No result has two
 * reps or two segments, so that either group alone has a diagonal matrix: the larger one is eliminated (Schur's complement).
 * Solving takes the cube of the smaller group's size, and for each member of the larger the square of how many of the
 * smaller it met.
 */
final class MixedEquations {
    private final int reps;
    private final int segments;
    /** Whether the reps are the larger group. */
    private final boolean repsLarger;

    private final List<Met> larger = new ArrayList<>();
    private final double[] weights;
    private final double[] right;
    private final double sumOfSquares;
    private final int results;

    /** Of one of the larger group: the mean and those of the smaller group it met, as numbers from 0, with the weights. */
    private record Met(int[] of, double[] weights) {}

    MixedEquations(List<Result> results, int reps, int segments) {
        this.reps = reps;
        this.segments = segments;
        this.repsLarger = reps >= segments;
        this.results = results.size();
        weights = new double[1 + reps + segments];
        right = new double[weights.length];
        var met = IntStream.range(0, Math.max(reps, segments))
                .mapToObj(one -> new TreeMap<Integer, Double>())
                .toList();
        double squares = 0;
        for (Result result : results) {
            int rep = 1 + result.rep();
            int segment = 1 + reps + result.segment();
            for (int at : new int[] {0, rep, segment}) {
                weights[at] += result.weight();
                right[at] += result.weight() * result.value();
            }
            var own = met.get(repsLarger ? result.rep() : result.segment());
            own.merge(0, result.weight(), Double::sum);
            own.merge(1 + (repsLarger ? result.segment() : result.rep()), result.weight(), Double::sum);
            squares += result.weight() * result.value() * result.value();
        }
        for (var own : met) {
            larger.add(new Met(
                    own.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    own.values().stream().mapToDouble(Double::doubleValue).toArray()));
        }
        sumOfSquares = squares;
    }

    /** @param inverse diagonal of the inverse of the equations' matrix: variances of the errors over the noise */
    record Solution(double[] effects, double[] inverse) {
        double mean() {
            return effects[0];
        }
    }

    /** Variance of a result of weight 1 around the mean of all. */
    double spread() {
        return (sumOfSquares - right[0] * right[0] / weights[0]) / Math.max(1, results - 1);
    }

    double typicalWeight() {
        return Math.max(1, weights[0] / Math.max(1, reps));
    }

    /**
     * @param toReps noise over the variance between reps
     * @param toSegments noise over the variance between segments
     */
    Solution solve(double toReps, double toSegments) {
        double toLarger = repsLarger ? toReps : toSegments;
        double[][] inverse = Matrices.inverseOfPositiveDefinite(reduced(toLarger, repsLarger ? toSegments : toReps));
        double[] rest = reducedRight(toLarger);
        var solution = new Solution(new double[right.length], new double[right.length]);
        var smaller = new double[rest.length];
        for (int i = 0; i < rest.length; i++) {
            for (int j = 0; j < rest.length; j++) {
                smaller[i] += inverse[i][j] * rest[j];
            }
            solution.effects()[ofSmaller(i)] = smaller[i];
            solution.inverse()[ofSmaller(i)] = inverse[i][i];
        }
        for (int one = 0; one < larger.size(); one++) {
            back(one, toLarger, smaller, inverse, solution);
        }
        return solution;
    }

    /** The matrix of the mean and the smaller group, once the larger is eliminated. */
    private double[][] reduced(double toLarger, double toSmaller) {
        int size = 1 + (repsLarger ? segments : reps);
        var matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            double weight = weights[ofSmaller(i)];
            matrix[0][i] = weight;
            matrix[i][0] = weight;
            matrix[i][i] = i == 0 ? weight : weight + toSmaller;
        }
        for (int one = 0; one < larger.size(); one++) {
            Met met = larger.get(one);
            double diagonal = weights[ofLarger(one)] + toLarger;
            for (int i = 0; i < met.of.length; i++) {
                for (int j = 0; j < met.of.length; j++) {
                    matrix[met.of[i]][met.of[j]] -= met.weights[i] * met.weights[j] / diagonal;
                }
            }
        }
        return matrix;
    }

    private double[] reducedRight(double toLarger) {
        var rest = new double[1 + (repsLarger ? segments : reps)];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = right[ofSmaller(i)];
        }
        for (int one = 0; one < larger.size(); one++) {
            Met met = larger.get(one);
            double share = right[ofLarger(one)] / (weights[ofLarger(one)] + toLarger);
            for (int i = 0; i < met.of.length; i++) {
                rest[met.of[i]] -= met.weights[i] * share;
            }
        }
        return rest;
    }

    /** What follows for one of the larger group. */
    private void back(int one, double toLarger, double[] smaller, double[][] inverse, Solution solution) {
        Met met = larger.get(one);
        double diagonal = weights[ofLarger(one)] + toLarger;
        double rest = right[ofLarger(one)];
        double square = 0;
        for (int i = 0; i < met.of.length; i++) {
            rest -= met.weights[i] * smaller[met.of[i]];
            for (int j = 0; j < met.of.length; j++) {
                square += met.weights[i] * met.weights[j] * inverse[met.of[i]][met.of[j]];
            }
        }
        solution.effects()[ofLarger(one)] = rest / diagonal;
        solution.inverse()[ofLarger(one)] = (1 + square / diagonal) / diagonal;
    }

    private int ofLarger(int one) {
        return repsLarger ? 1 + one : 1 + reps + one;
    }

    /** @param one 0 for the mean */
    private int ofSmaller(int one) {
        return one == 0 || !repsLarger ? one : reps + one;
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
            sum += solution.effects()[i] * solution.effects()[i] + noise * solution.inverse()[i];
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
                .mapToObj(i -> Effect.of(solution.effects()[i], noise * solution.inverse()[i]))
                .toList();
    }
}
