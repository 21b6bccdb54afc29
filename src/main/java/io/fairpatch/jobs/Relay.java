package io.fairpatch.jobs;

import io.fairpatch.model.Progress;

/** A part of a job's progress: what it does not make something else of is the whole's. Only what was found stays here. */
interface Relay extends Progress {
    Progress whole();

    @Override
    default void stage(String sentence) {
        whole().stage(sentence);
    }

    @Override
    default void at(long done, long total) {
        whole().at(done, total);
    }

    @Override
    default long pausedNanos() {
        return whole().pausedNanos();
    }

    @Override
    default boolean stopRequested() {
        return whole().stopRequested();
    }
}
