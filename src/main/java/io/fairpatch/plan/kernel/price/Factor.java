package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.Workers;
import java.util.Arrays;

/**
 * A symmetric positive definite matrix over the bands, block by block of agents, with its Cholesky factor in place:
 * right-looking, along an {@link Elimination}. A column of blocks holds its diagonal block first, then the blocks below.
 *
 * <p>A pivot that has vanished against the diagonal it started from gets an infinite stand-in, so that a band without
 * influence keeps its price (Wright, Modified Cholesky factorizations in interior-point algorithms, 1999).
 */
final class Factor {
    private static final double VANISHED = 1e-13;
    private static final double INFINITE = 1e128;
    private static final int TABLE = 3_000;
    private static final int PANEL = 16;
    private static final int LANES = 4;
    private static final double WORTH_SHARING = 1e7;

    private final Elimination elimination;
    private final int m;
    private final double[][] block;
    private final int[][] table;

    Factor(Elimination elimination, int measures) {
        this(elimination, measures, table(elimination));
    }

    private Factor(Elimination elimination, int measures, int[][] table) {
        this.elimination = elimination;
        this.m = measures;
        this.table = table;
        this.block = new double[table.length == 0 ? elimination.order().length : table.length][];
        for (int p = 0; p < block.length; p++) {
            block[p] = new double[(elimination.below()[p].length + 1) * m * m];
        }
    }

    private static int[][] table(Elimination elimination) {
        int agents = elimination.order().length;
        int[][] table = new int[agents <= TABLE ? agents : 0][];
        for (int p = 0; p < table.length; p++) {
            int[] below = elimination.below()[p];
            table[p] = new int[agents - p];
            for (int b = 0; b < below.length; b++) {
                table[p][below[b] - p] = b + 1;
            }
        }
        return table;
    }

    /** A matrix of the same shape to add up in parallel. */
    Factor sibling() {
        return new Factor(elimination, m, table);
    }

    void clear() {
        for (double[] column : block) {
            Arrays.fill(column, 0);
        }
    }

    void add(Factor other) {
        for (int p = 0; p < block.length; p++) {
            for (int i = 0; i < block[p].length; i++) {
                block[p][i] += other.block[p][i];
            }
        }
    }

    /** Adds to the diagonal entry of a band. */
    void addDiagonal(int band, double value) {
        block[elimination.place()[band / m]][band % m * m + band % m] += value;
    }

    /** Adds {@code factor x w v'} to the block of two agents, w the loads at {@code a}, v those at {@code b}. */
    void add(int agentA, int agentB, double factor, double[] load, int a, int b) {
        int p = elimination.place()[agentA];
        int q = elimination.place()[agentB];
        boolean swapped = p > q;
        double[] column = block[Math.min(p, q)];
        int at = (p == q ? 0 : slot(Math.min(p, q), Math.max(p, q))) * m * m;
        int row = swapped ? a : b;
        int across = swapped ? b : a;
        if (m == 2) {
            double first = factor * load[row];
            double second = factor * load[row + 1];
            column[at] += first * load[across];
            column[at + 1] += first * load[across + 1];
            column[at + 2] += second * load[across];
            column[at + 3] += second * load[across + 1];
            return;
        }
        for (int i = 0; i < m; i++) {
            double value = factor * load[row + i];
            for (int k = 0; k < m; k++) {
                column[at + i * m + k] += value * load[across + k];
            }
        }
    }

    private int slot(int p, int q) {
        return table.length > 0
                ? table[p][q - p]
                : Arrays.binarySearch(elimination.below()[p], q) + 1;
    }

    /**
     * Replaces the matrix by its factor, in panels of {@value #PANEL} agents: what a panel takes off the columns behind it is
     * shared out by column, each in the order of the panel, so that threads make no difference.
     */
    void factorise(Workers workers) {
        double[] diagonal = new double[block.length * m];
        for (int p = 0; p < block.length; p++) {
            for (int i = 0; i < m; i++) {
                diagonal[p * m + i] = block[p][i * m + i];
            }
        }
        int lanes = elimination.work(m) < WORTH_SHARING ? 1 : LANES;
        for (int panel = 0; panel < block.length; panel += PANEL) {
            int from = panel;
            int end = Math.min(block.length, panel + PANEL);
            for (int p = from; p < end; p++) {
                pivot(p, diagonal);
                update(p, p + 1, end, 0, 1);
            }
            workers.run(lanes, lane -> {
                for (int p = from; p < end; p++) {
                    update(p, end, block.length, lane, lanes);
                }
            });
        }
    }

    private void pivot(int p, double[] diagonal) {
        double[] column = block[p];
        for (int k = 0; k < m; k++) {
            double pivot = column[k * m + k];
            for (int j = 0; j < k; j++) {
                pivot -= column[k * m + j] * column[k * m + j];
            }
            boolean vanished = !(pivot > VANISHED * diagonal[p * m + k]) || !(pivot > 1e-300);
            double root = vanished ? INFINITE : Math.sqrt(pivot);
            column[k * m + k] = root;
            for (int row = k + 1; row < column.length / m; row++) {
                double value = column[row * m + k];
                for (int j = 0; j < k; j++) {
                    value -= column[row * m + j] * column[k * m + j];
                }
                column[row * m + k] = value / root;
            }
        }
    }

    /** Takes the outer product of column p off those it reaches from one place up to another, of every so many a lane's. */
    private void update(int p, int start, int end, int lane, int lanes) {
        int[] below = elimination.below()[p];
        double[] from = block[p];
        int first = Arrays.binarySearch(below, start);
        for (int a = first < 0 ? -first - 1 : first; a < below.length && below[a] < end; a++) {
            if (below[a] % lanes == lane && m == 2) {
                columnOfPairs(from, below, a);
            } else if (below[a] % lanes == lane) {
                column(from, below, a);
            }
        }
    }

    private void column(double[] from, int[] below, int a) {
        double[] into = block[below[a]];
        int[] rows = elimination.below()[below[a]];
        subtract(from, a + 1, a + 1, into, 0);
        int slot = 0;
        for (int b = a + 1; b < below.length; b++) {
            while (rows[slot] != below[b]) {
                slot++;
            }
            subtract(from, b + 1, a + 1, into, slot + 1);
        }
    }

    /** The same for two measures, where time matters most. */
    private void columnOfPairs(double[] from, int[] below, int a) {
        double[] into = block[below[a]];
        int[] rows = elimination.below()[below[a]];
        double a00 = from[4 * a + 4];
        double a01 = from[4 * a + 5];
        double a10 = from[4 * a + 6];
        double a11 = from[4 * a + 7];
        int slot = -1;
        for (int b = a; b < below.length; b++) {
            while (slot >= 0 && rows[slot] != below[b]) {
                slot++;
            }
            int at = 4 * slot + 4;
            double b0 = from[4 * b + 4];
            double b1 = from[4 * b + 5];
            double b2 = from[4 * b + 6];
            double b3 = from[4 * b + 7];
            into[at] -= b0 * a00 + b1 * a01;
            into[at + 1] -= b0 * a10 + b1 * a11;
            into[at + 2] -= b2 * a00 + b3 * a01;
            into[at + 3] -= b2 * a10 + b3 * a11;
            slot++;
        }
    }

    private void subtract(double[] from, int b, int a, double[] into, int slot) {
        int rowB = b * m * m;
        int rowA = a * m * m;
        int at = slot * m * m;
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < m; k++) {
                double sum = 0;
                for (int j = 0; j < m; j++) {
                    sum += from[rowB + i * m + j] * from[rowA + k * m + j];
                }
                into[at + i * m + k] -= sum;
            }
        }
    }

    /** Solves for a right-hand side over the bands; the factor must stand. */
    double[] solve(double[] rightHandSide) {
        double[] y = new double[rightHandSide.length];
        for (int i = 0; i < y.length; i++) {
            y[elimination.place()[i / m] * m + i % m] = rightHandSide[i];
        }
        for (int p = 0; p < block.length; p++) {
            forward(p, y);
        }
        for (int p = block.length - 1; p >= 0; p--) {
            backward(p, y);
        }
        double[] solution = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            solution[i] = y[elimination.place()[i / m] * m + i % m];
        }
        return solution;
    }

    private void forward(int p, double[] y) {
        double[] column = block[p];
        for (int k = 0; k < m; k++) {
            double value = y[p * m + k] / column[k * m + k];
            y[p * m + k] = value;
            for (int row = k + 1; row < column.length / m; row++) {
                y[place(p, row)] -= column[row * m + k] * value;
            }
        }
    }

    private void backward(int p, double[] y) {
        double[] column = block[p];
        for (int k = m - 1; k >= 0; k--) {
            double value = y[p * m + k];
            for (int row = k + 1; row < column.length / m; row++) {
                value -= column[row * m + k] * y[place(p, row)];
            }
            y[p * m + k] = value / column[k * m + k];
        }
    }

    private int place(int p, int row) {
        return row < m ? p * m + row : elimination.below()[p][row / m - 1] * m + row % m;
    }
}
