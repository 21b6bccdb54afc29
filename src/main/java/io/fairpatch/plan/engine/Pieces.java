package io.fairpatch.plan.engine;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.exact.Piece;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/**
 * Large-neighbourhood search by the true cost of all rules: a few seats and the units nearest to a tie between them are
 * searched exactly ({@link Quarry}), mixes paid for as the rules do. A plan that keeps all rules keeps them and only
 * gets cheaper. The seats are split in two anew each round and both halves searched side by side; the same problem, plan and
 * seed give the same plan. One use.
 */
final class Pieces {
    private static final int HALVES = 2;

    private final TerritoryProblem problem;
    private final Model model;
    private final Reduced reduced;
    private final Scene scene;
    private final Plan plan;
    private final Shelves shelves;

    /** What the searches of both halves share. */
    record Scene(double[] prices, double[] penalties) {}

    /**
     * @param core the few seats of each unit that are tried
     * @param start a plan that keeps all rules, seats by unit
     */
    Pieces(TerritoryProblem problem, Candidates core, Duals duals, int[] start) {
        this.problem = problem;
        this.model = Model.bare(problem, core, duals);
        this.reduced = Presolve.pinsOnly(model.kernel());
        this.scene = new Scene(model.kernelPrices(duals.prices()), model.penalties());
        this.plan = new Plan(reduced.problem(), reduced.fromGiven(model.choice(start)));
        this.shelves = new Shelves(problem.seats().size(), start.length);
        for (int unit = 0; unit < start.length; unit++) {
            shelves.enter(unit, plan.agent(unit));
        }
    }

    /**
     * Searches.
     *
     * @param rounds each of some thousand pieces
     * @param better takes the cost after each round, cents
     */
    int[] improve(int rounds, long seed, Progress progress, DoubleConsumer better) {
        var random = new SplittableRandom(seed);
        int[] best = seats();
        for (int round = 0; round < rounds && !progress.stopRequested(); round++) {
            progress.at(round, rounds);
            int[] order = shuffled(problem.seats().size(), random);
            var streams = new SplittableRandom[] {random.split(), random.split()};
            IntStream.range(0, HALVES).parallel().forEach(half -> half(order, half, streams[half]));
            var standing = new Standing(problem, seats());
            if (standing.moved() > problem.mostMoved()) {
                return best;
            }
            best = standing.assignment();
            better.accept(standing.score().cost());
        }
        return best;
    }

    private void half(int[] order, int half, SplittableRandom random) {
        int middle = order.length / HALVES;
        int[] seats = IntStream.range(half == 0 ? 0 : middle, half == 0 ? middle : order.length)
                .map(at -> order[at])
                .toArray();
        var piece = new Piece(reduced.problem());
        new Quarry(scene, reduced, plan, shelves, piece, seats, random).run();
    }

    private int[] seats() {
        return model.seats(reduced.toGiven(plan.choices()));
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] order = new int[count];
        for (int a = 0; a < count; a++) {
            int at = random.nextInt(a + 1);
            order[a] = order[at];
            order[at] = a;
        }
        return order;
    }
}
