package io.fairpatch.plan.kernel.model;

/** The best plan so far: least total violation first, then least cost. */
public final class Incumbent {
    private final Plan best;
    private long violation;
    private long cost;

    public Incumbent(Plan start) {
        best = start.copy();
        violation = best.violation();
        cost = best.cost();
    }

    /** Keeps a copy of the plan when it is better; says whether it was. */
    public boolean offer(Plan plan) {
        long itsViolation = plan.violation();
        if (itsViolation > violation) {
            return false;
        }
        long itsCost = plan.cost();
        if (itsViolation == violation && itsCost >= cost) {
            return false;
        }
        best.set(plan);
        violation = itsViolation;
        cost = itsCost;
        return true;
    }

    /** The best plan; not to be changed. */
    public Plan plan() {
        return best;
    }

    public long violation() {
        return violation;
    }

    public long cost() {
        return cost;
    }

    public boolean feasible() {
        return violation == 0;
    }
}
