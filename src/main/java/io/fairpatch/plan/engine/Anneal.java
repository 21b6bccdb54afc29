package io.fairpatch.plan.engine;

import io.fairpatch.model.Progress;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;

/**
 * Searches by the true cost of the rules: shifts and exchanges of units between seats that are cheap at the prices,
 * accepted by Metropolis' rule at a falling temperature, while breaking a rule gets dearer (simulated annealing,
 * Kirkpatrick, Gelatt and Vecchi 1983). Millions of tries a second. The same ledger, seed and tries give the same plan.
 */
final class Anneal {
    private static final int ROUNDS = 100;

    private final Ledger ledger;
    private final Options options;
    private final SplittableRandom random;
    private final Near near;
    private final Crossings crossings;
    private final DoubleConsumer better;
    private int[] best;
    private double bestCost = Double.POSITIVE_INFINITY;

    /** @param better takes the cost of each better plan, cents */
    Anneal(Ledger ledger, Options options, Near near, int seats, long seed, DoubleConsumer better) {
        this.ledger = ledger;
        this.options = options;
        this.near = near;
        this.better = better;
        this.random = new SplittableRandom(seed);
        this.crossings = new Crossings(seats, options, near, ledger);
        this.best = ledger.plan();
        note();
    }

    private void note() {
        if (ledger.energyIsCost() && ledger.energy() < bestCost && ledger.sound()) {
            bestCost = ledger.energy();
            best = ledger.plan();
            better.accept(bestCost);
        }
    }

    /**
     * The cheapest plan that keeps all rules, or where the search ended when none was met. Where the deadline comes too
     * early for all rounds, it cools faster.
     */
    int[] run(long tries, Annealing.Heat heat, double mean, Deadline deadline, Progress progress) {
        double began = deadline.left();
        for (int done = 0, round = 0; round < ROUNDS && !progress.stopRequested(); done++) {
            progress.at(round, ROUNDS);
            double way = round / (ROUNDS - 1.0);
            double degrees = mean * heat.at(way);
            ledger.firm(heat.firmness(way), heat.leaning(way));
            near.gather(degrees, ledger);
            crossings.gather();
            for (long t = near.isEmpty() ? 0 : tries / ROUNDS; t > 0; t--) {
                step(degrees);
            }
            note();
            round = next(round, (began - deadline.left()) / (done + 1), deadline.left());
        }
        return Double.isInfinite(bestCost) ? ledger.plan() : best;
    }

    /** The round after this one; some are left out, evenly, when not all fit into the time, never the last. */
    private static int next(int round, double seconds, double left) {
        int more = ROUNDS - 1 - round;
        // without an end there is no telling what a round takes of it, and all of them fit
        boolean tooLong = seconds * more > left;
        int fit = (int) Math.max(0, left / seconds);
        int stride = fit == 0 ? more : (more + fit - 1) / fit;
        return round + (tooLong && more > 0 ? Math.min(more, stride) : 1);
    }

    private void step(double degrees) {
        int option = near.any(random);
        int unit = options.unit(option);
        int was = ledger.mine(unit);
        if (option == was) {
            return;
        }
        int from = options.seat(was);
        int to = options.seat(option);
        int back = random.nextInt(3) == 0 ? options.none() : crossings.any(to, from, random);
        double most = -degrees * Math.log(1 - random.nextDouble());
        if (ledger.leastDearer(option, back) > most || ledger.dearer(option, back) > most) {
            return;
        }
        take(unit, option, back);
    }

    private void take(int unit, int option, int back) {
        int other = options.unit(back);
        crossings.leave(unit, ledger.mine(unit));
        if (back != options.none()) {
            crossings.leave(other, ledger.mine(other));
            crossings.enter(other, back);
        }
        crossings.enter(unit, option);
        ledger.take();
    }
}
