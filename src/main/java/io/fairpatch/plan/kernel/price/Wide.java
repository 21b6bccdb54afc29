package io.fairpatch.plan.kernel.price;

/** A 128-bit signed sum, for bounds that must be true to the last digit. Overflow cannot happen within the limits of
 * {@link ExactBound}. */
final class Wide {
    private long high;
    private long low;

    void clear() {
        high = 0;
        low = 0;
    }

    void set(Wide other) {
        high = other.high;
        low = other.low;
    }

    /** Adds {@code a * b}. */
    void addProduct(long a, long b) {
        add(Math.multiplyHigh(a, b), a * b);
    }

    /** Subtracts {@code a * b}. */
    void subtractProduct(long a, long b) {
        long productLow = a * b;
        long productHigh = Math.multiplyHigh(a, b);
        add(productLow == 0 ? -productHigh : ~productHigh, -productLow);
    }

    void add(Wide other) {
        add(other.high, other.low);
    }

    private void add(long otherHigh, long otherLow) {
        long sum = low + otherLow;
        int carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        low = sum;
        high += otherHigh + carry;
    }

    boolean lessThan(Wide other) {
        return high < other.high || (high == other.high && Long.compareUnsigned(low, other.low) < 0);
    }

    boolean positive() {
        return high > 0 || (high == 0 && low != 0);
    }

    /** The sum divided by 2^bits, rounded down, held inside the range of a long. */
    long shiftedDown(int bits) {
        long top = bits == 0 ? high : high >> bits;
        long value = bits == 0 ? low : (high << (64 - bits)) | (low >>> bits);
        if (top == (value >> 63)) {
            return value;
        }
        return high < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
}
