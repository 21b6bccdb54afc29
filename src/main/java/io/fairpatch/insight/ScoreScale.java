package io.fairpatch.insight;

/** How a score is said. Every scale keeps the order of the points, so a ranking is the same on all of them. */
public enum ScoreScale {
    POINTS,
    TEN,
    GRADE;

    private static final int STEPS = 10;

    /** 1 to 10, ten points a step: 0 to 9.9 is 1, from 90 it is 10. */
    public static int ten(double score) {
        return Math.max(1, Math.min(STEPS, (int) (score / STEPS) + 1));
    }
}
