package io.fairpatch.plan.kernel.price;

import io.fairpatch.plan.kernel.model.Workers;
import java.util.Arrays;

/**
 * Sums over the chunks of a {@link DualPass} on several threads: the chunks are dealt out to {@value DualPass#PARTS} parts, each
 * adds up an array of its own, and these are added in their order, so that threads make no difference.
 */
final class ChunkSums {
    private final Workers workers;
    private final double[][] parts;

    /** @param size of the sums */
    ChunkSums(int size, Workers workers) {
        this.workers = workers;
        this.parts = new double[DualPass.PARTS][size];
    }

    /** Adds what each chunk has to the totals. */
    void addTo(double[] totals, Chunk chunks) {
        workers.run(DualPass.PARTS, part -> {
            Arrays.fill(parts[part], 0);
            DualPass.dealt(part).forEach(chunk -> chunks.add(chunk, parts[part]));
        });
        for (double[] part : parts) {
            for (int i = 0; i < totals.length; i++) {
                totals[i] += part[i];
            }
        }
    }

    /** Adds what one chunk has to a sum. */
    interface Chunk {
        void add(int chunk, double[] sum);
    }
}
