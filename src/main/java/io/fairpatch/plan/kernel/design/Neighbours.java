package io.fairpatch.plan.kernel.design;

import java.util.Arrays;
import java.util.List;

/** Which areas touch, in compressed rows. Immutable. */
public final class Neighbours {
    private final int[] first;
    private final int[] other;

    private Neighbours(int[] first, int[] other) {
        this.first = first;
        this.other = other;
    }

    /** From pairs of different areas; a pair given twice counts once more, which does no harm. */
    public static Neighbours of(int areas, List<int[]> pairs) {
        int[] first = new int[areas + 1];
        for (int[] pair : pairs) {
            first[pair[0] + 1]++;
            first[pair[1] + 1]++;
        }
        for (int a = 0; a < areas; a++) {
            first[a + 1] += first[a];
        }
        int[] at = first.clone();
        int[] other = new int[first[areas]];
        for (int[] pair : pairs) {
            other[at[pair[0]]++] = pair[1];
            other[at[pair[1]]++] = pair[0];
        }
        return new Neighbours(first, other);
    }

    int first(int area) {
        return first[area];
    }

    int other(int at) {
        return other[at];
    }

    int degree(int area) {
        return first[area + 1] - first[area];
    }

    /** The connected component of each area, numbered from 0. */
    int[] components() {
        int[] component = new int[first.length - 1];
        Arrays.fill(component, -1);
        int[] queue = new int[component.length];
        int count = 0;
        for (int start = 0; start < component.length; start++) {
            if (component[start] < 0) {
                flood(start, count++, component, queue);
            }
        }
        return component;
    }

    private void flood(int start, int number, int[] component, int[] queue) {
        int tail = 0;
        queue[tail++] = start;
        component[start] = number;
        for (int head = 0; head < tail; head++) {
            for (int at = first[queue[head]]; at < first[queue[head] + 1]; at++) {
                if (component[other[at]] < 0) {
                    component[other[at]] = number;
                    queue[tail++] = other[at];
                }
            }
        }
    }
}
