package io.fairpatch.plan.kernel.design;

import java.util.SplittableRandom;

/**
 * Metropolis moves on a drawing: a border area shifts to the territory of a neighbour, or two neighbouring areas change
 * places. Contiguity is checked before a move is kept, so it holds at all times. Energy is cost plus penalty times the
 * violation relative to the mean load.
 */
final class Anneal {
    private final DesignProblem problem;
    private final Neighbours near;
    private final Drawing drawing;
    private final SplittableRandom random;
    private final double[] mean;
    private double temperature;
    private double penalty;

    Anneal(DesignProblem problem, Neighbours near, Drawing drawing, SplittableRandom random) {
        this.problem = problem;
        this.near = near;
        this.drawing = drawing;
        this.random = random;
        this.mean = new double[problem.measures().size()];
        for (int k = 0; k < mean.length; k++) {
            for (int a = 0; a < problem.size(); a++) {
                mean[k] += problem.load(a, k);
            }
            mean[k] = Math.max(1, Math.abs(mean[k]) / problem.territories());
        }
    }

    /** Cost of one unit of relative violation. */
    void penalty(double value) {
        penalty = value;
    }

    /** Tries this many moves at a temperature. */
    void sweep(int tries, double heat) {
        temperature = heat;
        for (int t = 0; t < tries; t++) {
            int area = random.nextInt(problem.size());
            if (near.degree(area) == 0 || problem.fixed()[area] >= 0) {
                continue;
            }
            int other = near.other(near.first(area) + random.nextInt(near.degree(area)));
            int to = drawing.territory(other);
            if (to == drawing.territory(area)) {
                continue;
            }
            if (random.nextInt(3) > 0 || problem.fixed()[other] >= 0) {
                shift(area, to);
            } else {
                swap(area, partner(drawing.territory(area), to));
            }
        }
    }

    /** A random area of the other territory that touches this one; -1 when a few draws find none. */
    private int partner(int from, int to) {
        for (int t = 0; t < 8; t++) {
            int candidate = drawing.member(to, random.nextInt(drawing.size(to)));
            for (int at = near.first(candidate); at < near.first(candidate + 1); at++) {
                if (problem.fixed()[candidate] < 0 && drawing.territory(near.other(at)) == from) {
                    return candidate;
                }
            }
        }
        return -1;
    }

    private void shift(int area, int to) {
        int from = drawing.territory(area);
        if (drawing.size(from) == 1) {
            return;
        }
        double change =
                drawing.costWithout(from, area) - drawing.cost(from) + drawing.costWith(to, area) - drawing.cost(to);
        for (int k = 0; k < mean.length; k++) {
            long load = problem.load(area, k);
            change += penalty * (violation(from, k, -load) - violation(from, k, 0)) / mean[k];
            change += penalty * (violation(to, k, load) - violation(to, k, 0)) / mean[k];
        }
        if (accept(change) && (!problem.contiguous() || drawing.connectedWithout(from, area))) {
            drawing.move(area, to);
        }
    }

    private void swap(int area, int partner) {
        if (partner < 0) {
            return;
        }
        int from = drawing.territory(area);
        int to = drawing.territory(partner);
        double before = energy(from) + energy(to);
        drawing.move(area, to);
        drawing.move(partner, from);
        boolean whole = !problem.contiguous() || (drawing.connected(from) && drawing.connected(to));
        if (!whole || !accept(energy(from) + energy(to) - before)) {
            drawing.move(partner, to);
            drawing.move(area, from);
        }
    }

    private double energy(int t) {
        double sum = drawing.cost(t);
        for (int k = 0; k < mean.length; k++) {
            sum += penalty * violation(t, k, 0) / mean[k];
        }
        return sum;
    }

    private double violation(int t, int measure, long added) {
        return problem.violation(measure, drawing.load(t, measure) + added);
    }

    private boolean accept(double change) {
        return change <= 0 || (change < 25 * temperature && random.nextDouble() < Math.exp(-change / temperature));
    }
}
