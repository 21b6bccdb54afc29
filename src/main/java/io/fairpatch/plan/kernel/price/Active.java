package io.fairpatch.plan.kernel.price;

import java.util.Arrays;

/** The options that share a unit between them at the current prices, with their shares: what curvature is made of. */
final class Active {
    private int[] start = new int[256];
    private int[] option = new int[1024];
    private double[] share = new double[1024];
    private int groups;
    private int size;

    void clear() {
        groups = 0;
        size = 0;
    }

    /** Adds an option of the unit at hand. */
    void add(int itsOption, double itsShare) {
        if (size == option.length) {
            option = Arrays.copyOf(option, size * 2);
            share = Arrays.copyOf(share, size * 2);
        }
        option[size] = itsOption;
        share[size++] = itsShare;
    }

    /** Closes the unit at hand; one with a single option is dropped, as it has no curvature. */
    void close() {
        int from = groups == 0 ? 0 : start[groups];
        if (size - from < 2) {
            size = from;
            return;
        }
        if (groups + 2 >= start.length) {
            start = Arrays.copyOf(start, start.length * 2);
        }
        start[++groups] = size;
    }

    int groups() {
        return groups;
    }

    int size() {
        return size;
    }

    int start(int group) {
        return start[group];
    }

    int option(int at) {
        return option[at];
    }

    double share(int at) {
        return share[at];
    }
}
