package io.fairpatch.plan.kernel.model;

/** For each agent the value of rank {@code keep} from below among those offered; infinite while fewer were. */
public final class Smallest {
    private final int keep;
    private final double[] heap;
    private final int[] size;

    public Smallest(int agents, int keep) {
        this.keep = keep;
        this.heap = new double[agents * keep];
        this.size = new int[agents];
    }

    /** Offers a value; O(log keep), and O(1) once it is too large to matter. */
    public void offer(int agent, double value) {
        int base = agent * keep;
        if (size[agent] < keep) {
            rise(base, size[agent]++, value);
        } else if (value < heap[base]) {
            sink(base, value);
        }
    }

    private void rise(int base, int from, double value) {
        int at = from;
        while (at > 0 && heap[base + (at - 1) / 2] < value) {
            heap[base + at] = heap[base + (at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[base + at] = value;
    }

    private void sink(int base, double value) {
        int at = 0;
        for (int child = 1; child < keep; child = 2 * at + 1) {
            if (child + 1 < keep && heap[base + child + 1] > heap[base + child]) {
                child++;
            }
            if (heap[base + child] <= value) {
                break;
            }
            heap[base + at] = heap[base + child];
            at = child;
        }
        heap[base + at] = value;
    }

    /** The value of that rank. */
    public double limit(int agent) {
        return size[agent] < keep ? Double.POSITIVE_INFINITY : heap[agent * keep];
    }
}
