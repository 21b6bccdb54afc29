package io.fairpatch.score;

import java.util.Arrays;

/** Numbers that come one by one, without a box for each. Not thread-safe. */
final class Doubles {
    private double[] values = new double[64];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    double[] sorted() {
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }
}
