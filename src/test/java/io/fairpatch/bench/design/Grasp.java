package io.fairpatch.bench.design;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The heuristic of the literature on commercial territory design, as a peer: greedy randomized growth from dispersed seeds,
 * then moves of border areas as long as a merit function of dispersion and relative imbalance falls, from start to start
 * (Rios-Mercado and Fernandez, Computers and Operations Research 36, 2009), with the cost of the p-median model in place
 * of the diameter (Salazar-Aguilar, Rios-Mercado and Cabrera-Rios 2011).
 */
final class Grasp {
    private static final double DISPERSION = 0.7;
    private static final double GREEDINESS = 0.2;

    private final Maps.Drawn map;
    private final SplittableRandom random;
    private final int n;
    private final int territories;
    private final int[] territory;
    private final double[] mean;
    private double scale;

    private Grasp(Maps.Drawn map, long seed) {
        this.map = map;
        this.random = new SplittableRandom(seed);
        this.n = map.x().length;
        this.territories = map.problem().territories();
        this.territory = new int[n];
        this.mean = new double[map.measures()];
        for (int k = 0; k < mean.length; k++) {
            mean[k] = (map.problem().low()[k] + map.problem().high()[k]) / 2.0;
        }
    }

    /** The least cost of a drawing within the bands that some seconds of starts find; infinite when none is. */
    static double best(Maps.Drawn map, double seconds, long seed) {
        var grasp = new Grasp(map, seed);
        long end = System.nanoTime() + (long) (seconds * 1e9);
        double best = Double.POSITIVE_INFINITY;
        while (System.nanoTime() < end) {
            if (grasp.construct()) {
                grasp.improve(end);
                best = grasp.imbalance() == 0 ? Math.min(best, grasp.dispersion()) : best;
            }
        }
        return best;
    }

    /** Grows a drawing; false when some areas cannot be reached. */
    private boolean construct() {
        Arrays.fill(territory, -1);
        int[] seeds = new int[territories];
        for (int t = 0; t < territories; t++) {
            seeds[t] = t == 0 ? random.nextInt(n) : farthest(seeds, t);
            territory[seeds[t]] = t;
        }
        for (int left = n - territories; left > 0; left--) {
            int t = lightest(seeds);
            int area = t < 0 ? -1 : pick(t, seeds[t]);
            if (area < 0) {
                return false;
            }
            territory[area] = t;
        }
        return true;
    }

    private int farthest(int[] seeds, int count) {
        int best = -1;
        double most = -1;
        for (int a = 0; a < n; a++) {
            double near = Double.POSITIVE_INFINITY;
            for (int t = 0; t < count; t++) {
                near = Math.min(near, map.distance(a, seeds[t]));
            }
            if (near * (1 - GREEDINESS * random.nextDouble()) > most) {
                most = near;
                best = a;
            }
        }
        return best;
    }

    private int lightest(int[] seeds) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < seeds.length; t++) {
            double filled = 0;
            for (int k = 0; k < mean.length; k++) {
                filled += load(t, k) / mean[k];
            }
            if (filled < least && pick(t, seeds[t]) >= 0) {
                least = filled;
                best = t;
            }
        }
        return best;
    }

    private int pick(int t, int seed) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int a = 0; a < n; a++) {
            if (territory[a] < 0 && touches(a, t)) {
                double value = map.distance(a, seed) * (1 + GREEDINESS * random.nextDouble());
                if (value < least) {
                    least = value;
                    best = a;
                }
            }
        }
        return best;
    }

    private boolean touches(int area, int t) {
        return Arrays.stream(map.touching()[area]).anyMatch(b -> territory[b] == t);
    }

    /** First-improvement moves of border areas until none improves the merit. */
    private void improve(long end) {
        scale = dispersion();
        boolean better = true;
        while (better && System.nanoTime() < end) {
            better = false;
            for (int area = 0; area < n; area++) {
                for (int neighbour : map.touching()[area]) {
                    better |= territory[neighbour] != territory[area] && move(area, territory[neighbour]);
                }
            }
        }
    }

    private boolean move(int area, int to) {
        int from = territory[area];
        double before = merit(from) + merit(to);
        territory[area] = to;
        if (merit(from) + merit(to) < before - 1e-9 && connected(from)) {
            return true;
        }
        territory[area] = from;
        return false;
    }

    private boolean connected(int t) {
        int size = 0;
        int start = -1;
        for (int a = 0; a < n; a++) {
            size += territory[a] == t ? 1 : 0;
            start = territory[a] == t ? a : start;
        }
        boolean[] seen = new boolean[n];
        var queue = new ArrayDeque<Integer>();
        int met = 0;
        if (start >= 0) {
            queue.add(start);
            seen[start] = true;
        }
        while (!queue.isEmpty()) {
            met++;
            for (int next : map.touching()[queue.remove()]) {
                if (territory[next] == t && !seen[next]) {
                    seen[next] = true;
                    queue.add(next);
                }
            }
        }
        return size > 0 && met == size;
    }

    private double merit(int t) {
        return DISPERSION * dispersion(t) / scale + (1 - DISPERSION) * imbalance(t);
    }

    private double dispersion() {
        return IntStream.range(0, territories).mapToDouble(this::dispersion).sum();
    }

    /** The cost of a territory from its best centre; nothing is dearer than no area. */
    private double dispersion(int t) {
        int[] members = IntStream.range(0, n).filter(a -> territory[a] == t).toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int center : members) {
            double sum = 0;
            for (int area : members) {
                sum += map.distance(area, center);
            }
            least = Math.min(least, sum);
        }
        return least;
    }

    private double imbalance() {
        return IntStream.range(0, territories).mapToDouble(this::imbalance).sum();
    }

    /** Relative violation of a territory's bands together. */
    private double imbalance(int t) {
        double sum = 0;
        for (int k = 0; k < mean.length; k++) {
            double load = load(t, k);
            sum += Math.max(0, load - map.problem().high()[k]) / mean[k];
            sum += Math.max(0, map.problem().low()[k] - load) / mean[k];
        }
        return sum;
    }

    private double load(int t, int k) {
        double sum = 0;
        for (int a = 0; a < n; a++) {
            sum += territory[a] == t ? map.problem().loads()[a * mean.length + k] : 0;
        }
        return sum;
    }
}
