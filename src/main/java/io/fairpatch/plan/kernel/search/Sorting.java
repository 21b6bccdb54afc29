package io.fairpatch.plan.kernel.search;

/** Sorts short lists of numbers by a key, in place and without boxing; equal keys by number. */
final class Sorting {
    private Sorting() {}

    /** Heap sort of the first {@code size} items, O(size log size). */
    static void byKey(int[] items, double[] key, int size) {
        for (int root = size / 2 - 1; root >= 0; root--) {
            sink(items, key, root, size);
        }
        for (int end = size - 1; end > 0; end--) {
            exchange(items, key, 0, end);
            sink(items, key, 0, end);
        }
    }

    private static void sink(int[] items, double[] key, int root, int end) {
        int at = root;
        int child = 2 * at + 1;
        while (child < end) {
            if (child + 1 < end && before(items, key, child, child + 1)) {
                child++;
            }
            if (!before(items, key, at, child)) {
                return;
            }
            exchange(items, key, at, child);
            at = child;
            child = 2 * at + 1;
        }
    }

    private static boolean before(int[] items, double[] key, int a, int b) {
        return key[a] < key[b] || (key[a] == key[b] && items[a] < items[b]);
    }

    private static void exchange(int[] items, double[] key, int a, int b) {
        int item = items[a];
        items[a] = items[b];
        items[b] = item;
        double k = key[a];
        key[a] = key[b];
        key[b] = k;
    }
}
