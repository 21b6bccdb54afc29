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
    private static final int TRIES_OF_A_PARTNER = 4;

    private final Ledger ledger;
    private final SplittableRandom random;
    private final Near near;
    private final Shelves shelves;
    private final DoubleConsumer better;
    private int[] best;
    private double bestCost = Double.POSITIVE_INFINITY;

    /** @param better takes the cost of each better plan, cents */
    Anneal(Ledger ledger, Near near, int seats, long seed, DoubleConsumer better) {
        this.ledger = ledger;
        this.near = near;
        this.better = better;
        this.random = new SplittableRandom(seed);
        this.shelves = new Shelves(seats, ledger.units());
        for (int unit : near.free()) {
            shelves.enter(unit, ledger.seat(ledger.mine(unit)));
        }
        this.best = ledger.plan();
        note();
    }

    private void note() {
        if (ledger.energy() < bestCost && ledger.sound()) {
            bestCost = ledger.energy();
            best = ledger.plan();
            better.accept(bestCost);
        }
    }

    /** The cheapest plan that keeps all rules, or where the search ended when none was met. */
    int[] run(long tries, Annealing.Heat heat, double mean, Progress progress) {
        for (int round = 0; round < ROUNDS && !progress.stopRequested(); round++) {
            progress.at(round, ROUNDS);
            double way = round / (ROUNDS - 1.0);
            double degrees = mean * heat.at(way);
            ledger.firm(heat.firmness(way));
            near.gather(degrees);
            for (long t = near.isEmpty() ? 0 : tries / ROUNDS; t > 0; t--) {
                step(degrees);
            }
            note();
        }
        return Double.isInfinite(bestCost) ? ledger.plan() : best;
    }

    private void step(double degrees) {
        int option = near.any(random);
        int unit = ledger.unit(option);
        int was = ledger.mine(unit);
        if (option == was) {
            return;
        }
        int from = ledger.seat(was);
        int to = ledger.seat(option);
        int other = random.nextInt(3) == 0 ? -1 : partner(from, to);
        int back = other < 0 ? -1 : ledger.optionOf(other, from);
        int otherWas = other < 0 ? -1 : ledger.mine(other);
        double dearer = ledger.apply(unit, option, other, back);
        if (dearer > 0 && dearer > -degrees * Math.log(1 - random.nextDouble())) {
            ledger.apply(unit, was, other, otherWas);
            return;
        }
        shelves.leave(unit, from);
        shelves.enter(unit, to);
        if (other >= 0) {
            shelves.leave(other, to);
            shelves.enter(other, from);
        }
    }

    /** A unit of a seat that could go to another, or -1. */
    private int partner(int from, int to) {
        for (int t = 0; t < TRIES_OF_A_PARTNER && shelves.size(to) > 0; t++) {
            int other = shelves.unit(to, random.nextInt(shelves.size(to)));
            int back = ledger.optionOf(other, from);
            if (back >= 0 && near.has(back)) {
                return other;
            }
        }
        return -1;
    }
}
