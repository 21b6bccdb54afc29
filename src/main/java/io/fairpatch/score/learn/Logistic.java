package io.fairpatch.score.learn;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.fairpatch.score.Matrices;
import java.util.Arrays;

/**
 * Logistic regression with a ridge penalty, fitted by LIBLINEAR to the one optimum there is. Features are standardised
 * inside; the intercept is not penalised.
 *
 * @param weights of the standardised features
 * @param means of the features
 * @param scales standard deviations, 1 where a feature never varies
 * @param covariance of intercept and weights: the inverse of the penalised likelihood's curvature at the optimum
 */
public record Logistic(double intercept, double[] weights, double[] means, double[] scales, double[][] covariance) {
    /** Gradient at which it stops, over that at the start. */
    private static final double SETTLED = 1e-10;

    static {
        Linear.disableDebugOutput();
    }

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
        double[][] standardised =
                Arrays.stream(rows).map(row -> standardised(row, means, scales)).toArray(double[][]::new);
        double[] beta = optimum(standardised, outcomes, ridge);
        return new Logistic(
                beta[0],
                Arrays.copyOfRange(beta, 1, beta.length),
                means,
                scales,
                Matrices.inverseOfPositiveDefinite(curvature(standardised, beta, ridge)));
    }

    /** The intercept, then the weights, by LIBLINEAR's trust region Newton method. */
    private static double[] optimum(double[][] standardised, boolean[] outcomes, double ridge) {
        var problem = new Problem();
        problem.l = standardised.length;
        problem.n = standardised[0].length;
        problem.bias = 1;
        problem.x = Arrays.stream(standardised).map(Logistic::nodes).toArray(Feature[][]::new);
        problem.y = new double[outcomes.length];
        for (int i = 0; i < outcomes.length; i++) {
            problem.y[i] = outcomes[i] ? 1 : -1;
        }
        var parameter = new Parameter(SolverType.L2R_LR, 1 / ridge, SETTLED);
        parameter.setRegularizeBias(false);
        var model = Linear.train(problem, parameter);
        // its weights speak for the label that came first
        double sign = model.getLabels()[0];
        double[] weights = model.getFeatureWeights();
        var beta = new double[weights.length];
        beta[0] = sign * weights[weights.length - 1];
        for (int j = 1; j < beta.length; j++) {
            beta[j] = sign * weights[j - 1];
        }
        return beta;
    }

    /** The row's features and the intercept's constant, numbered from 1. */
    private static Feature[] nodes(double[] row) {
        var nodes = new Feature[row.length];
        for (int j = 1; j < row.length; j++) {
            nodes[j - 1] = new FeatureNode(j, row[j]);
        }
        nodes[row.length - 1] = new FeatureNode(row.length, 1);
        return nodes;
    }

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

    /** Of the penalised likelihood at the optimum. */
    private static double[][] curvature(double[][] standardised, double[] beta, double ridge) {
        int size = beta.length;
        var curve = new double[size][size];
        for (double[] x : standardised) {
            double sum = 0;
            for (int a = 0; a < size; a++) {
                sum += beta[a] * x[a];
            }
            double p = 1 / (1 + Math.exp(-sum));
            double weight = Math.max(1e-9, p * (1 - p));
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    curve[a][b] += weight * x[a] * x[b];
                }
            }
        }
        for (int a = 1; a < size; a++) {
            curve[a][a] += ridge;
        }
        return curve;
    }

    /** 1 for the intercept, then the features less their means in units of their deviations. */
    private static double[] standardised(double[] row, double[] means, double[] scales) {
        var x = new double[row.length + 1];
        x[0] = 1;
        for (int j = 0; j < row.length; j++) {
            x[j + 1] = (row[j] - means[j]) / scales[j];
        }
        return x;
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
        double[] x = standardised(row, means, scales);
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
