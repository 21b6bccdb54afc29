package io.fairpatch.plan.start;

/** Step directions of about length 1 from noisy slopes (Kingma and Ba 2015). Not thread-safe. */
final class Adam {
    private static final double KEEP_MEAN = 0.8;
    private static final double KEEP_SQUARE = 0.98;

    private final double[] mean;
    private final double[] square;
    private final int[] steps;

    Adam(int size) {
        mean = new double[size];
        square = new double[size];
        steps = new int[size];
    }

    double step(int i, double slope) {
        steps[i]++;
        mean[i] = KEEP_MEAN * mean[i] + (1 - KEEP_MEAN) * slope;
        square[i] = KEEP_SQUARE * square[i] + (1 - KEEP_SQUARE) * slope * slope;
        double unbiasedMean = mean[i] / (1 - Math.pow(KEEP_MEAN, steps[i]));
        double unbiasedSquare = square[i] / (1 - Math.pow(KEEP_SQUARE, steps[i]));
        return unbiasedMean / (Math.sqrt(unbiasedSquare) + 1e-9);
    }
}
