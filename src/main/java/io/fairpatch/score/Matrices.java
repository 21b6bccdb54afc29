package io.fairpatch.score;

/** Small dense matrices. */
public final class Matrices {
    private Matrices() {}

    /**
     * The inverse by Cholesky's decomposition. A matrix of zero weight on some unknown gets a little on its diagonal.
     *
     * @param matrix symmetric, destroyed
     */
    public static double[][] inverseOfPositiveDefinite(double[][] matrix) {
        int n = matrix.length;
        decompose(matrix);
        var inverse = new double[n][n];
        var column = new double[n];
        for (int c = 0; c < n; c++) {
            for (int i = 0; i < n; i++) {
                double sum = i == c ? 1 : 0;
                for (int k = c; k < i; k++) {
                    sum -= matrix[i][k] * column[k];
                }
                column[i] = i < c ? 0 : sum / matrix[i][i];
            }
            for (int i = n - 1; i >= 0; i--) {
                double sum = column[i];
                for (int k = i + 1; k < n; k++) {
                    sum -= matrix[k][i] * inverse[k][c];
                }
                inverse[i][c] = sum / matrix[i][i];
            }
        }
        return inverse;
    }

    /** Into the lower triangle. */
    private static void decompose(double[][] matrix) {
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                if (i == j) {
                    matrix[i][i] = Math.sqrt(Math.max(sum, 1e-10));
                } else {
                    matrix[i][j] = sum / matrix[j][j];
                }
            }
        }
    }
}
