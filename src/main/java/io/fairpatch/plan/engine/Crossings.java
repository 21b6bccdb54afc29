package io.fairpatch.plan.engine;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The options worth a try by the seat their unit is at and the seat they lead to, so that whoever gives a unit finds at
 * once what could come back. A change takes time by a unit's options. Not thread-safe.
 */
final class Crossings {
    private static final int[] NOBODY = new int[0];
    /** Ways between seats that are told apart; where there are more, some share a place. */
    private static final int MOST_WAYS = 1 << 20;

    private final Options options;
    private final Ledger ledger;
    private final Near near;
    private final int seats;
    private final int[][] held;
    private final int[] size;
    private final int[] place;

    Crossings(int seats, Options options, Near near, Ledger ledger) {
        int ways = (int) Math.min(MOST_WAYS, (long) seats * seats);
        this.options = options;
        this.near = near;
        this.ledger = ledger;
        this.seats = seats;
        this.held = new int[ways][];
        this.size = new int[ways];
        this.place = new int[options.none()];
        Arrays.fill(held, NOBODY);
    }

    private int way(int from, int to) {
        return (int) (((long) from * seats + to) % size.length);
    }

    /** Takes in anew what is worth a try. */
    void gather() {
        Arrays.fill(size, 0);
        for (int unit : near.free()) {
            enter(unit, ledger.mine(unit));
        }
    }

    /** @param mine the option the unit has */
    void enter(int unit, int mine) {
        int from = options.seat(mine);
        int last = options.first(unit) + options.choices(unit);
        for (int option = options.first(unit); option < last; option++) {
            if (option != mine && near.has(option)) {
                put(option, way(from, options.seat(option)));
            }
        }
    }

    private void put(int option, int way) {
        int at = size[way]++;
        if (at == held[way].length) {
            held[way] = Arrays.copyOf(held[way], Math.max(4, 2 * at));
        }
        held[way][at] = option;
        place[option] = at;
    }

    /** @param mine the option the unit had since it came in */
    void leave(int unit, int mine) {
        int from = options.seat(mine);
        int last = options.first(unit) + options.choices(unit);
        for (int option = options.first(unit); option < last; option++) {
            if (option != mine && near.has(option)) {
                int way = way(from, options.seat(option));
                int moved = held[way][--size[way]];
                held[way][place[option]] = moved;
                place[moved] = place[option];
            }
        }
    }

    /** What some unit of a seat could take at another; {@link Options#none()} where no unit could. */
    int any(int from, int to, SplittableRandom random) {
        int way = way(from, to);
        if (size[way] == 0) {
            return options.none();
        }
        int option = held[way][random.nextInt(size[way])];
        boolean there = options.seat(option) == to && options.seat(ledger.mine(options.unit(option))) == from;
        return there ? option : options.none();
    }
}
