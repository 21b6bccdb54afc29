package io.fairpatch.score.learn;

/**
 * Platt's calibration (1999): log-odds become {@code shift + slope x log-odds}, fitted to deals that the model was not
 * fitted on. A small penalty keeps it at the identity where few deals speak. Since it is linear in the log-odds, a
 * calibrated model still adds up part by part, which isotonic regression would not.
 *
 * @param shift 0 when predictions are right on average
 * @param slope below 1 when predictions are too sure of themselves
 */
public record Calibration(double shift, double slope) {
    private static final double PENALTY = 10;
    private static final int STEPS = 50;
    private static final int HALVINGS = 60;
    private static final double FARTHEST = 50;
    private static final double SETTLED = 1e-10;
    /** A model that ranks the wrong way round is muted, never turned; it stays right on average. */
    private static final double LEAST_SLOPE = 0.01;

    /** @param logOdds as the model said */
    static Calibration fit(double[] logOdds, boolean[] outcomes) {
        double shift = 0;
        double slope = 1;
        for (int step = 0; step < STEPS; step++) {
            double[] change = newton(logOdds, outcomes, shift, slope);
            shift += change[0];
            slope += change[1];
            if (Math.abs(change[0]) + Math.abs(change[1]) < SETTLED) {
                return slope >= LEAST_SLOPE ? new Calibration(shift, slope) : shifted(logOdds, outcomes, LEAST_SLOPE);
            }
        }
        return shifted(logOdds, outcomes, 1);
    }

    /** With the shift that makes predictions of this slope right on average, found by halving. */
    private static Calibration shifted(double[] logOdds, boolean[] outcomes, double slope) {
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int step = 0; step < HALVINGS; step++) {
            double shift = (low + high) / 2;
            double up = -PENALTY * shift;
            for (int i = 0; i < logOdds.length; i++) {
                up += (outcomes[i] ? 1 : 0) - 1 / (1 + Math.exp(-shift - slope * logOdds[i]));
            }
            low = up > 0 ? shift : low;
            high = up > 0 ? high : shift;
        }
        return new Calibration((low + high) / 2, slope);
    }

    private static double[] newton(double[] logOdds, boolean[] outcomes, double shift, double slope) {
        double up = -PENALTY * shift;
        double upSlope = -PENALTY * (slope - 1);
        double bend = PENALTY;
        double cross = 0;
        double bendSlope = PENALTY;
        for (int i = 0; i < logOdds.length; i++) {
            double p = 1 / (1 + Math.exp(-shift - slope * logOdds[i]));
            double error = (outcomes[i] ? 1 : 0) - p;
            double weight = p * (1 - p);
            up += error;
            upSlope += error * logOdds[i];
            bend += weight;
            cross += weight * logOdds[i];
            bendSlope += weight * logOdds[i] * logOdds[i];
        }
        double determinant = bend * bendSlope - cross * cross;
        return new double[] {
            (bendSlope * up - cross * upSlope) / determinant, (bend * upSlope - cross * up) / determinant
        };
    }

    /** The model whose log-odds are calibrated; its parts still add up. */
    Logistic of(Logistic model) {
        var weights = model.weights().clone();
        for (int j = 0; j < weights.length; j++) {
            weights[j] *= slope;
        }
        var covariance = new double[model.covariance().length][];
        for (int a = 0; a < covariance.length; a++) {
            covariance[a] = model.covariance()[a].clone();
            for (int b = 0; b < covariance[a].length; b++) {
                covariance[a][b] *= slope * slope;
            }
        }
        return new Logistic(shift + slope * model.intercept(), weights, model.means(), model.scales(), covariance);
    }
}
