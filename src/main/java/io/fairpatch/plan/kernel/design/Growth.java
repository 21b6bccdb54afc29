package io.fairpatch.plan.kernel.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A first drawing: a seed for each territory (its fixed areas first, then one a component, then far from the others by
 * k-means++ draws), joined fixed areas, and growth of the territory that lacks most by its cheapest neighbour. Every
 * territory is connected by construction.
 */
final class Growth {
    private final DesignProblem problem;
    private final SplittableRandom random;
    private final Neighbours near;
    private final Drawing drawing;
    private final int[] seed;
    private final double[] wanted;

    private Growth(DesignProblem problem, Neighbours near, SplittableRandom random) {
        this.problem = problem;
        this.near = near;
        this.random = random;
        this.drawing = new Drawing(problem);
        this.seed = new int[problem.territories()];
        this.wanted = new double[problem.measures().size()];
        Arrays.fill(seed, -1);
        for (int k = 0; k < wanted.length; k++) {
            for (int a = 0; a < problem.size(); a++) {
                wanted[k] += problem.load(a, k);
            }
            wanted[k] = Math.max(1, wanted[k] / problem.territories());
        }
    }

    /** Grows from the given centres where they are no more than the territories, else from drawn ones. */
    static Drawing grow(DesignProblem problem, Neighbours near, List<Integer> centers, SplittableRandom random) {
        var growth = new Growth(problem, near, random);
        growth.placeFixed();
        growth.placeCenters(centers);
        growth.placeRest();
        growth.fill();
        return growth.drawing;
    }

    private void placeFixed() {
        for (int a = 0; a < problem.size(); a++) {
            int t = problem.fixed()[a];
            if (t >= 0) {
                seed[t] = seed[t] < 0 ? a : seed[t];
                drawing.move(a, t);
            }
        }
        for (int t = 0; problem.contiguous() && t < seed.length; t++) {
            while (drawing.size(t) > 1 && !drawing.connected(t) && join(t)) {
                continue;
            }
        }
    }

    /** Joins the seed's piece of a territory to another piece by a shortest way through free areas. */
    private boolean join(int t) {
        int[] from = new int[problem.size()];
        Arrays.fill(from, -2);
        List<Integer> queue = new ArrayList<>(List.of(seed[t]));
        from[seed[t]] = -1;
        boolean[] inside = piece(t);
        for (int head = 0; head < queue.size(); head++) {
            int area = queue.get(head);
            if (drawing.territory(area) == t && !inside[area]) {
                for (int step = area; step >= 0; step = from[step]) {
                    if (drawing.territory(step) == Drawing.NOWHERE) {
                        drawing.move(step, t);
                    }
                }
                return true;
            }
            for (int at = problem.neighbours().first(area);
                    at < problem.neighbours().first(area + 1);
                    at++) {
                int next = problem.neighbours().other(at);
                int there = drawing.territory(next);
                if (from[next] == -2 && (there == t || there == Drawing.NOWHERE)) {
                    from[next] = area;
                    queue.add(next);
                }
            }
        }
        return false;
    }

    private boolean[] piece(int t) {
        boolean[] inside = new boolean[problem.size()];
        List<Integer> queue = new ArrayList<>(List.of(seed[t]));
        inside[seed[t]] = true;
        for (int head = 0; head < queue.size(); head++) {
            int area = queue.get(head);
            for (int at = problem.neighbours().first(area);
                    at < problem.neighbours().first(area + 1);
                    at++) {
                int next = problem.neighbours().other(at);
                if (!inside[next] && drawing.territory(next) == t) {
                    inside[next] = true;
                    queue.add(next);
                }
            }
        }
        return inside;
    }

    private void placeCenters(List<Integer> centers) {
        int at = 0;
        for (int t = 0; t < seed.length && at < centers.size(); t++) {
            if (seed[t] < 0) {
                while (at < centers.size() && drawing.territory(centers.get(at)) != Drawing.NOWHERE) {
                    at++;
                }
                if (at < centers.size()) {
                    plant(t, centers.get(at++));
                }
            }
        }
    }

    private void plant(int t, int area) {
        seed[t] = area;
        drawing.move(area, t);
    }

    private void placeRest() {
        int[] component = problem.contiguous() ? problem.neighbours().components() : new int[problem.size()];
        boolean[] served = new boolean[problem.size()];
        for (int s : seed) {
            if (s >= 0) {
                served[component[s]] = true;
            }
        }
        for (int t = 0; t < seed.length; t++) {
            if (seed[t] < 0) {
                int area = draw(component, served);
                if (area >= 0) {
                    plant(t, area);
                    served[component[area]] = true;
                }
            }
        }
    }

    /** An area drawn by its cost from the nearest seed, in a component without seed as long as there is one. */
    private int draw(int[] component, boolean[] served) {
        double[] weight = new double[problem.size()];
        double total = 0;
        boolean unserved = false;
        for (int a = 0; a < weight.length; a++) {
            unserved |= drawing.territory(a) == Drawing.NOWHERE && !served[component[a]];
        }
        for (int a = 0; a < weight.length; a++) {
            if (drawing.territory(a) == Drawing.NOWHERE && (!unserved || !served[component[a]])) {
                weight[a] = 1e-12 + nearestSeed(a);
                total += weight[a];
            }
        }
        double at = random.nextDouble() * total;
        int last = -1;
        for (int a = 0; a < weight.length && at >= 0; a++) {
            if (weight[a] > 0) {
                at -= weight[a];
                last = a;
            }
        }
        return last;
    }

    private double nearestSeed(int area) {
        double least = Double.POSITIVE_INFINITY;
        for (int s : seed) {
            least = s < 0 ? least : Math.min(least, problem.cost(area, s));
        }
        return least == Double.POSITIVE_INFINITY ? 1 : least;
    }

    private void fill() {
        boolean[] stuck = new boolean[seed.length];
        int left = 0;
        for (int a = 0; a < problem.size(); a++) {
            left += drawing.territory(a) == Drawing.NOWHERE ? 1 : 0;
        }
        while (left > 0) {
            int t = hungriest(stuck);
            int area = t >= 0 ? cheapestNeighbour(t) : -1;
            if (t < 0) {
                left -= dropRest();
            } else if (area < 0) {
                stuck[t] = true;
            } else {
                drawing.move(area, t);
                left--;
            }
        }
    }

    private int hungriest(boolean[] stuck) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int t = 0; t < seed.length; t++) {
            double filled = wanted.length == 0 ? drawing.size(t) : 0;
            for (int k = 0; k < wanted.length; k++) {
                filled += drawing.load(t, k) / wanted[k];
            }
            if (!stuck[t] && drawing.size(t) > 0 && filled < least) {
                best = t;
                least = filled;
            }
        }
        return best;
    }

    private int cheapestNeighbour(int t) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int m = 0; m < drawing.size(t); m++) {
            int area = drawing.member(t, m);
            for (int at = near.first(area); at < near.first(area + 1); at++) {
                int next = near.other(at);
                if (drawing.territory(next) == Drawing.NOWHERE && problem.cost(next, seed[t]) < least) {
                    best = next;
                    least = problem.cost(next, seed[t]);
                }
            }
        }
        return best;
    }

    /** Areas no territory can grow to: they go to the nearest seed, and the drawing is known to be broken. */
    private int dropRest() {
        int dropped = 0;
        for (int a = 0; a < problem.size(); a++) {
            if (drawing.territory(a) == Drawing.NOWHERE) {
                int best = 0;
                for (int t = 0; t < seed.length; t++) {
                    boolean nearer =
                            seed[t] >= 0 && (seed[best] < 0 || problem.cost(a, seed[t]) < problem.cost(a, seed[best]));
                    best = nearer ? t : best;
                }
                drawing.move(a, best);
                dropped++;
            }
        }
        return dropped;
    }
}
