package io.fairpatch.plan.kernel.model;

/** The bands' ends beside what the agents can get at all: which ends ask for anything. */
record Ends(Reach reach, long[] low, long[] high) {

    /** Whether the lower end asks for some of what may come; an end that no plan holds is not for pairs to tell. */
    boolean needs(int band) {
        return low[band] > reach.least()[band] && low[band] <= reach.most()[band];
    }

    /** Whether the upper end forbids some of what may come. */
    boolean limits(int band) {
        return high[band] < reach.most()[band] && high[band] >= reach.least()[band];
    }
}
