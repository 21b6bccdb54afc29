package io.fairpatch.plan.kernel.exact;

/** Numbers with an index each as one word that sorts as the numbers do, so that they sort without boxes. */
final class Ordered {
    private Ordered() {}

    /** Sorts by the number, to seven digits, then by the index, which is {@code (int) key}; neither may be below 0. */
    static long key(double number, int index) {
        int bits = Float.floatToIntBits((float) number);
        int ascending = bits < 0 ? Integer.MIN_VALUE - bits : bits;
        return (long) ascending << Integer.SIZE | index;
    }
}
