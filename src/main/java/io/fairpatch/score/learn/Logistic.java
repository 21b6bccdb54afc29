package io.fairpatch.score.learn;

import io.fairpatch.score.Matrices;
import java.util.Arrays;

/**
 * Logistic regression with a ridge penalty, fitted by Newton's method to the one optimum there is. Features are
 * standardised inside; an intercept is not penalised.
 *
 * @param weights of the standardised features
 * @param means of the features
 * @param scales standard deviations, 1 where a feature never varies
 * @param covariance of intercept and weights: the inverse of the penalised likelihood's curvature at the optimum
 */
public record Logistic(double intercept, double[] weights, double[] means, double[] scales, double[][] covariance) {
    private static final int STEPS = 50;
    private static final double SETTLED = 1e-9;

    /**
     * Fits the model.
     *
     * @param rows features of each case
     * @param ridge penalty on squared weights, above 0
     */
    public static Logistic fit(double[][] rows, boolean[] outcomes, double ridge) {
        int features = rows[0].length;
        var means = new double[features];
        var scales = new double[features];
        standards(rows, means, scales);
        var beta = new double[features + 1];
        var step = newton(rows, outcomes, ridge, means, scales, beta);
        for (int taken = 1; taken < STEPS && step.change() >= SETTLED; taken++) {
            step = newton(rows, outcomes, ridge, means, scales, beta);
        }
        return new Logistic(beta[0], Arrays.copyOfRange(beta, 1, beta.length), means, scales, step.covariance());
    }

    /** @param change how far the largest coefficient moved */
    private record Step(double change, double[][] covariance) {}

    private static void standards(double[][] rows, double[] means, double[] scales) {
        for (int j = 0; j < means.length; j++) {
            int feature = j;
            double mean = Arrays.stream(rows)
                    .mapToDouble(row -> row[feature])
                    .average()
                    .orElse(0);
            double variance = Arrays.stream(rows)
                    .mapToDouble(row -> (row[feature] - mean) * (row[feature] - mean))
                    .average()
                    .orElse(0);
            means[j] = mean;
            scales[j] = variance < 1e-12 ? 1 : Math.sqrt(variance);
        }
    }

    private static Step newton(
            double[][] rows, boolean[] outcomes, double ridge, double[] means, double[] scales, double[] beta) {
        int size = beta.length;
        var slope = new double[size];
        var curve = new double[size][size];
        var x = new double[size];
        for (int i = 0; i < rows.length; i++) {
            double sum = standardise(rows[i], means, scales, x, beta);
            double p = 1 / (1 + Math.exp(-sum));
            double error = (outcomes[i] ? 1 : 0) - p;
            double weight = Math.max(1e-9, p * (1 - p));
            for (int a = 0; a < size; a++) {
                slope[a] += error * x[a];
                for (int b = 0; b <= a; b++) {
                    curve[a][b] += weight * x[a] * x[b];
                }
            }
        }
        for (int a = 0; a < size; a++) {
            for (int b = a + 1; b < size; b++) {
                curve[a][b] = curve[b][a];
            }
            curve[a][a] += a == 0 ? 1e-9 : ridge;
            slope[a] -= a == 0 ? 0 : ridge * beta[a];
        }
        var covariance = Matrices.inverseOfPositiveDefinite(curve);
        return new Step(move(beta, slope, covariance), covariance);
    }

    private static double standardise(double[] row, double[] means, double[] scales, double[] x, double[] beta) {
        x[0] = 1;
        double sum = beta[0];
        for (int j = 0; j < row.length; j++) {
            x[j + 1] = (row[j] - means[j]) / scales[j];
            sum += beta[j + 1] * x[j + 1];
        }
        return sum;
    }

    private static double move(double[] beta, double[] slope, double[][] inverse) {
        double most = 0;
        for (int a = 0; a < beta.length; a++) {
            double step = 0;
            for (int b = 0; b < beta.length; b++) {
                step += inverse[a][b] * slope[b];
            }
            beta[a] += step;
            most = Math.max(most, Math.abs(step));
        }
        return most;
    }

    /** What each feature adds to the log-odds; together with the intercept they are the log-odds exactly. */
    public double[] contributions(double[] row) {
        var parts = new double[weights.length];
        for (int j = 0; j < parts.length; j++) {
            parts[j] = weights[j] * (row[j] - means[j]) / scales[j];
        }
        return parts;
    }

    /** Log-odds of a win. */
    public double logOdds(double[] row) {
        return intercept + Arrays.stream(contributions(row)).sum();
    }

    /** How far the log-odds may be off: their standard deviation. */
    public double doubt(double[] row) {
        var x = new double[row.length + 1];
        x[0] = 1;
        for (int j = 0; j < row.length; j++) {
            x[j + 1] = (row[j] - means[j]) / scales[j];
        }
        double variance = 0;
        for (int a = 0; a < x.length; a++) {
            for (int b = 0; b < x.length; b++) {
                variance += x[a] * covariance[a][b] * x[b];
            }
        }
        return Math.sqrt(Math.max(0, variance));
    }

    /** Probability of a win, 0 to 1. */
    public double probability(double[] row) {
        return 1 / (1 + Math.exp(-logOdds(row)));
    }
}
