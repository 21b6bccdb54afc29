package io.fairpatch.plan.engine;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The options that are worth a try at a temperature: those not much dearer, at the prices, than their unit's cheapest. Most
 * options of most units are never taken, and the colder it gets the fewer remain. Not thread-safe.
 */
final class Near {
    private static final double DEGREES = 10;
    /** Options tried side by side; far more, and few tries would not reach every seat in a round. */
    private static final int RUN = 32;

    private final Options all;
    private final int[] free;
    private final int[] options;
    private final double always;
    private double limit;
    private int size;
    private int at;
    private int left;

    /** @param always a regret worth a try at any temperature, cents */
    Near(Options all, double always) {
        this.all = all;
        this.free = IntStream.range(0, all.units())
                .filter(unit -> all.choices(unit) > 1)
                .toArray();
        this.options = new int[IntStream.of(free).map(all::choices).sum()];
        this.always = always;
    }

    /** Units that have a choice. */
    int[] free() {
        return free;
    }

    /** Gathers the options for a temperature, cents; a unit that has its only one is left out. */
    void gather(double heat, Ledger ledger) {
        limit = DEGREES * heat + always;
        size = 0;
        left = 0;
        for (int unit : free) {
            int from = size;
            int last = all.first(unit) + all.choices(unit);
            for (int option = all.first(unit); option < last; option++) {
                if (has(option)) {
                    options[size++] = option;
                }
            }
            if (size == from + 1 && options[from] == ledger.mine(unit)) {
                size = from;
            }
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean has(int option) {
        return all.regret(option) <= limit;
    }

    /** Some option, and then those beside it: what they ask for is near in memory. */
    int any(SplittableRandom random) {
        if (left == 0) {
            left = RUN;
            at = random.nextInt(size);
        }
        left--;
        at = at + 1 < size ? at + 1 : 0;
        return options[at];
    }
}
