package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.Arrays;

/**
 * What {@link Curvature} says of each agent's own bands, factorised: block Jacobi preconditioning. The measures of an agent
 * rise and fall together (an account more is a place more under each of its caps), which their diagonals alone don't see.
 */
final class AgentBlocks {
    private static final double VANISHED = 1e-12;

    private final AssignmentProblem problem;
    private final boolean[] live;
    private final int m;
    private final double[] block;
    private final ChunkSums sums;

    AgentBlocks(Reduced reduced, Workers workers) {
        this.problem = reduced.problem();
        this.live = reduced.live();
        this.m = problem.measures();
        this.block = new double[problem.agents() * m * m];
        this.sums = new ChunkSums(block.length, workers);
    }

    /** @param fixed what does not come from the units on the diagonal, by band, above 0 */
    void at(DualPass pass, double[] fixed) {
        Arrays.fill(block, 0);
        double weight = pass.weight() / pass.tau();
        sums.addTo(block, (chunk, sum) -> {
            var active = pass.active(chunk);
            for (int at = 0; at < active.size(); at++) {
                double share = active.share(at);
                add(active.option(at), weight * share * (1 - share), sum);
            }
        });
        for (int i = 0; i < fixed.length; i++) {
            block[i * m + i % m] += fixed[i];
        }
        for (int agent = 0; agent < problem.agents(); agent++) {
            factorise(agent * m);
        }
    }

    private void add(int option, double factor, double[] sum) {
        int band = problem.agent(option) * m;
        for (int i = 0; i < m; i++) {
            double load = live[band + i] ? factor * problem.load(option, i) : 0;
            for (int k = 0; load != 0 && k <= i; k++) {
                sum[(band + i) * m + k] += live[band + k] ? load * problem.load(option, k) : 0;
            }
        }
    }

    /** Cholesky in place; a pivot that has vanished leaves its band to itself. */
    private void factorise(int band) {
        for (int i = 0; i < m; i++) {
            int row = (band + i) * m;
            double before = block[row + i];
            for (int k = 0; k <= i; k++) {
                double sum = block[row + k];
                for (int j = 0; j < k; j++) {
                    sum -= block[row + j] * block[(band + k) * m + j];
                }
                block[row + k] = k < i ? sum / block[(band + k) * m + k] : Math.sqrt(Math.max(VANISHED * before, sum));
            }
        }
    }

    /** Solves with every block; 0 where a band is not live. */
    void solve(double[] rightHandSide, double[] solution) {
        for (int band = 0; band < solution.length; band += m) {
            forward(band, rightHandSide, solution);
            backward(band, solution);
        }
    }

    private void forward(int band, double[] rightHandSide, double[] y) {
        for (int i = 0; i < m; i++) {
            double value = live[band + i] ? rightHandSide[band + i] : 0;
            for (int j = 0; j < i; j++) {
                value -= block[(band + i) * m + j] * y[band + j];
            }
            y[band + i] = value / block[(band + i) * m + i];
        }
    }

    private void backward(int band, double[] y) {
        for (int i = m - 1; i >= 0; i--) {
            double value = y[band + i];
            for (int j = i + 1; j < m; j++) {
                value -= block[(band + j) * m + i] * y[band + j];
            }
            y[band + i] = value / block[(band + i) * m + i];
        }
    }
}
