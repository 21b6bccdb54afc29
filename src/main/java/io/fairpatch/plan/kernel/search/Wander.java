package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Plan;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Annealing by chains of moves in place of single ones: a random unit has to move, and the best chain that starts with it is
 * made when Metropolis' rule takes the change of value. Where agents have few units, single moves cannot keep every load at
 * its end; and loads can only be brought there while they may stray on the way. So a cycle begins with soft bands, which
 * lets regrets settle, and bands grow firm while it cools ({@link PricedBands}).
 */
final class Wander {
    private static final double COLD = 0.05;

    private final Standing standing;
    private final PricedBands bands;
    private final Chains chains;
    private final int[] open;
    private final int agents;
    private final Incumbent best;

    Wander(CoreTable table, PricedBands bands, Plan start) {
        this.bands = bands;
        this.standing = new Standing(table, bands, start);
        this.chains = new Chains(standing);
        this.open =
                IntStream.range(0, table.problem.units()).filter(table::open).toArray();
        this.agents = table.problem.agents();
        this.best = new Incumbent(start);
    }

    /** The best plan it came by. */
    Incumbent best() {
        return best;
    }

    /**
     * Wanders until this many links were looked at.
     *
     * @param warm temperature at the beginning of a cycle, in millionths of cost
     * @param way how far the cycle is, from 0 to 1
     */
    void run(SplittableRandom random, double warm, double way, long looks) {
        bands.grow(way);
        standing.revalue();
        double temperature = warm * Math.pow(COLD, way);
        long end = chains.looked() + looks;
        for (long step = 1; open.length > 0 && chains.looked() < end; step++) {
            int unit = open[random.nextInt(open.length)];
            if (chains.move(unit, -temperature * Math.log(1 - random.nextDouble()))) {
                best.offer(standing.plan());
            }
            if (step % agents == 0) {
                bands.swing(standing.plan());
                standing.revalue();
            }
        }
    }
}
