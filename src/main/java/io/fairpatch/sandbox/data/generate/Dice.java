package io.fairpatch.sandbox.data.generate;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance; the same seed and the same throws give the same values on every machine. Not for several threads. */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Dice of their own for one purpose and one number, so that each row can be made without those before it. */
    static Dice of(long seed, String purpose, long number) {
        return new Dice((seed * 31 + purpose.hashCode()) * GOLDEN + number * 0xD1B54A32D192ED03L);
    }

    /** From 0 to below 1. */
    double share() {
        return random.nextDouble();
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    /** Log-normal, cut at 2.4 deviations so that no single value outweighs all others. */
    double logNormal(double median, double sigma) {
        double z = Math.max(-2.4, Math.min(2.4, random.nextGaussian()));
        return median * StrictMath.exp(sigma * z);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** An index, drawn by weights that were summed up; the last of them is the total. */
    int index(double[] cumulative) {
        double at = random.nextDouble() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    void shuffle(double[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double held = values[i];
            values[i] = values[j];
            values[j] = held;
        }
    }
}
