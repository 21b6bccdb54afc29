package io.fairpatch.plan.problem;

/**
 * How good a plan is: hard rules before bands before cost; less is better in all three.
 *
 * @param broken accounts that break a hard rule
 * @param outside sum of band violations, in hundredths of a percent of the targets
 * @param cost cents a year
 */
public record PlanScore(long broken, long outside, long cost) implements Comparable<PlanScore> {
    public boolean feasible() {
        return broken == 0 && outside == 0;
    }

    @Override
    public int compareTo(PlanScore other) {
        if (broken != other.broken) {
            return Long.compare(broken, other.broken);
        }
        return outside != other.outside ? Long.compare(outside, other.outside) : Long.compare(cost, other.cost);
    }
}
