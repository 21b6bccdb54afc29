package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.fault.FaultKind;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Runs jobs on threads of their own. A job takes at least the latency by the clock, however few rows it has. */
public final class JobRunner implements AutoCloseable {
    private final Duration latency;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "sandbox-bulk");
        thread.setDaemon(true);
        return thread;
    });

    public JobRunner(Duration latency) {
        this.latency = latency;
    }

    void start(BulkJob job) {
        threads.execute(() -> run(job));
    }

    private void run(BulkJob job) {
        try {
            long begin = System.nanoTime();
            if (job.awaitEnd(latency.dividedBy(4)) || !job.moveTo(JobState.IN_PROGRESS)) {
                return;
            }
            job.work();
            job.awaitEnd(latency.minusNanos(System.nanoTime() - begin));
            end(job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // whoever polls the job waits for its end
            job.fail("InternalServerError : " + e);
        }
    }

    private static void end(BulkJob job) throws InterruptedException {
        if (job.fault(FaultKind.JOB_STUCK).isPresent()) {
            job.awaitEnd();
        }
        var failed = job.fault(FaultKind.JOB_FAILED);
        if (failed.isPresent()) {
            job.fail(failed.get().text("message", "InternalServerError : Failed on demand"));
        } else {
            job.moveTo(job.fault(FaultKind.JOB_ABORTED).isPresent() ? JobState.ABORTED : JobState.JOB_COMPLETE);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
