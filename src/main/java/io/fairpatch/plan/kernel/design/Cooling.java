package io.fairpatch.plan.kernel.design;

import java.util.SplittableRandom;

/** One drawing on its way from hot to cold, and the best it was on the way. */
final class Cooling {
    private static final int REFRESH = 8;
    private static final int REPAIRS = 40;
    private static final double FIRMER = 1.2;
    private static final int TRIES_A_STEP = 40_000;

    private final Drawing drawing;
    private final Anneal anneal;
    private final Course course;
    private final boolean again;
    private int sweep;
    private boolean brokenWhenCold;
    private Found best;

    /**
     * How a drawing cools.
     *
     * @param tries moves tried a sweep
     * @param penalty of a band broken by its mean load, in units of cost
     */
    record Course(double hot, double cold, int sweeps, int tries, double penalty) {
        private double temperature(int sweep) {
            return hot * Math.pow(cold / hot, sweep / (double) sweeps);
        }
    }

    /** @param again whether the drawing was good already and is only heated once more */
    Cooling(
            DesignProblem problem,
            Neighbours near,
            Drawing drawing,
            SplittableRandom random,
            Course course,
            boolean again) {
        this.drawing = drawing;
        this.course = course;
        this.again = again;
        this.anneal = new Anneal(problem, near, drawing, random);
        anneal.penalty(course.penalty());
        this.best = Found.of(drawing);
    }

    /** Some sweeps further. */
    void step() {
        int end = sweep + Math.max(1, TRIES_A_STEP / course.tries());
        for (; sweep < end && !done(); sweep++) {
            if (sweep < course.sweeps()) {
                anneal.sweep(course.tries(), course.temperature(sweep));
            } else {
                repair();
            }
            if (sweep % REFRESH == 0) {
                drawing.refresh();
            }
            best = Found.better(best, drawing);
        }
    }

    /** A sweep at nearly no temperature for a drawing that ended outside its bands: each one makes them dearer. */
    private void repair() {
        if (sweep == course.sweeps()) {
            brokenWhenCold = true;
        }
        anneal.penalty(course.penalty() * Math.pow(FIRMER, 1.0 + sweep - course.sweeps()));
        anneal.sweep(course.tries(), course.cold());
    }

    boolean done() {
        return sweep >= course.sweeps() && (best.allowed() || sweep >= course.sweeps() + REPAIRS);
    }

    boolean again() {
        return again;
    }

    Found best() {
        return best;
    }

    /** Whether bands were broken when it had cooled, before any repair. */
    boolean broken() {
        return brokenWhenCold;
    }
}
