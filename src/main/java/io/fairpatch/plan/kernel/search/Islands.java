package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.Prices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A few searches by chains side by side ({@link Wander}), each with its own plan, as many whatever the threads. The scale of
 * what a near-optimal plan can afford is the regret of a unit's second best option, for the unit in the middle of those
 * that prices decide: where agents have two units each, prices leave most units torn between two agents, whose regrets are
 * next to nothing. Options beyond a few times that are left out, and temperatures are a small part of it. A cycle looks at as many links a unit on
 * any problem.
 */
final class Islands {
    private static final int COUNT = 4;
    private static final long LOOKS_A_UNIT_AND_CYCLE = 150_000;
    private static final int LEAST_ROUNDS = 20;
    private static final long MOST_LOOKS = 2_000_000;
    /** Of the cost spread: with a second regret below that a unit is torn between two agents. */
    private static final double TORN = 1e-4;

    private static final double WIDTH = 5;
    private static final int MOST_OPTIONS = 16;
    private static final int GRANTED = 3;
    private static final double WARM = 0.06;

    private final Wander[] islands = new Wander[COUNT];
    private final Workers workers;
    private final double scale;
    private final long looks;
    private final long roundsACycle;
    private long rounds;

    Islands(Reduced reduced, Prices prices, Plan start, Workers workers) {
        var problem = reduced.problem();
        this.workers = workers;
        this.scale = scale(
                Core.of(problem, prices.best(), new Core.Width(Double.MAX_VALUE, 2, 1)),
                problem.units(),
                prices.spread());
        long cycle = LOOKS_A_UNIT_AND_CYCLE * problem.units();
        this.roundsACycle = Math.max(LEAST_ROUNDS, cycle / MOST_LOOKS);
        this.looks = cycle / roundsACycle;
        var core = Core.of(problem, prices.best(), new Core.Width(WIDTH * scale, MOST_OPTIONS, GRANTED));
        var table = new CoreTable(problem, core, prices.best());
        double[] weights = Weights.of(reduced, prices).times(1);
        Arrays.setAll(islands, t -> new Wander(table, new PricedBands(reduced, prices.best(), weights), start));
    }

    private static double scale(Core pairs, int units, double spread) {
        double[] second = new double[units];
        int size = 0;
        for (int u = 0; u < units; u++) {
            double regret = pairs.count(u) > 1 ? pairs.regret(pairs.first(u) + 1) : 0;
            if (regret > TORN * spread) {
                second[size++] = regret;
            }
        }
        Arrays.sort(second, 0, size);
        return size == 0 ? 1 : Math.max(1, second[size / 2]);
    }

    /** One round of each; answers the best plan that each has come by. */
    List<Incumbent> round(SplittableRandom random) {
        SplittableRandom[] streams = new SplittableRandom[COUNT];
        Arrays.setAll(streams, t -> random.split());
        double way = rounds++ % roundsACycle / (double) (roundsACycle - 1);
        workers.run(COUNT, t -> islands[t].run(streams[t], WARM * scale, way, looks));
        List<Incumbent> found = new ArrayList<>();
        for (var island : islands) {
            found.add(island.best());
        }
        return found;
    }
}
