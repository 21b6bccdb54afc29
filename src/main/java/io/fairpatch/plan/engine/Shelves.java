package io.fairpatch.plan.engine;

import java.util.Arrays;

/** Which units each seat has, for searches that ask often and change often; a change takes constant time. */
final class Shelves {
    private final int[][] held;
    private final int[] size;
    private final int[] place;

    Shelves(int seats, int units) {
        held = new int[seats][16];
        size = new int[seats];
        place = new int[units];
    }

    void enter(int unit, int seat) {
        if (size[seat] == held[seat].length) {
            held[seat] = Arrays.copyOf(held[seat], 2 * size[seat]);
        }
        place[unit] = size[seat];
        held[seat][size[seat]++] = unit;
    }

    void leave(int unit, int seat) {
        int last = held[seat][--size[seat]];
        held[seat][place[unit]] = last;
        place[last] = place[unit];
    }

    int size(int seat) {
        return size[seat];
    }

    int unit(int seat, int at) {
        return held[seat][at];
    }
}
