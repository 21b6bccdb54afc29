package io.fairpatch.model;

/**
 * Where long work reports how far it is and asks whether a person wants it stopped. Implementations are thread-safe and
 * cheap enough to call once a thousand rows.
 */
public interface Progress {
    /** Reports nothing and never stops: for tests and short work. */
    Progress NONE = new Progress() {
        @Override
        public void stage(String sentence) {}

        @Override
        public void at(long done, long total) {}

        @Override
        public boolean stopRequested() {
            return false;
        }
    };

    /** A new stage begins, in a person's words: "Reading accounts". */
    void stage(String sentence);

    /** Done so far in this stage; {@code total} is 0 when unknown. */
    void at(long done, long total);

    /**
     * The best known so far of a search, told whenever it gets better.
     *
     * @param cost cents a year; NaN while no plan keeps all rules
     * @param bound cents a year, no plan costs less; NaN while unknown
     */
    default void found(double cost, double bound) {}

    /** Nanoseconds that a person had the work rest: they don't count against a limit on time. */
    default long pausedNanos() {
        return 0;
    }

    /** Whether to stop at the next safe point; waits while a person has the work rest. */
    boolean stopRequested();
}
