package io.fairpatch.jobs;

import io.fairpatch.model.Progress;

/** Runs one kind of job. A run can be repeated after a crash: it picks up or starts over, and never doubles an effect. */
interface JobRunner {
    JobKind kind();

    /**
     * Does the work.
     *
     * @return the result as JSON
     */
    String run(JobView job, Progress progress);
}
