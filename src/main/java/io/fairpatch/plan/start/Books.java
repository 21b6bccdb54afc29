package io.fairpatch.plan.start;

import java.util.Arrays;

/** Which units each seat has, for picking one at random. */
final class Books {
    private final int[][] members;
    private final int[] sizes;
    private final int[] place;

    Books(int seats, int[] seatOf) {
        members = new int[seats][8];
        sizes = new int[seats];
        place = new int[seatOf.length];
        for (int unit = 0; unit < seatOf.length; unit++) {
            add(unit, seatOf[unit]);
        }
    }

    int size(int seat) {
        return sizes[seat];
    }

    int member(int seat, int position) {
        return members[seat][position];
    }

    void move(int unit, int from, int to) {
        int last = members[from][--sizes[from]];
        members[from][place[unit]] = last;
        place[last] = place[unit];
        add(unit, to);
    }

    private void add(int unit, int seat) {
        if (sizes[seat] == members[seat].length) {
            members[seat] = Arrays.copyOf(members[seat], 2 * sizes[seat]);
        }
        place[unit] = sizes[seat];
        members[seat][sizes[seat]++] = unit;
    }
}
