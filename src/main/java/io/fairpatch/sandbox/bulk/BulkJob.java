package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.fault.Fault;
import io.fairpatch.sandbox.fault.FaultKind;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.org.Values;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What all jobs have in common. Thread-safe. */
abstract class BulkJob {
    private final JobHead head;
    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private JobState state;
    private Instant changed;
    private @Nullable String errorMessage;

    BulkJob(JobHead head, JobState first, Clock clock) {
        this.head = head;
        this.state = first;
        this.clock = clock;
        this.changed = head.created();
    }

    JobHead head() {
        return head;
    }

    synchronized JobState state() {
        return state;
    }

    synchronized @Nullable String errorMessage() {
        return errorMessage;
    }

    /** Takes over the faults of a request that belongs to this job. */
    void strike(List<Fault> struck) {
        faults.addAll(struck);
    }

    List<Fault> faults() {
        return faults;
    }

    Optional<Fault> fault(FaultKind kind) {
        return faults.stream().filter(fault -> fault.kind() == kind).findFirst();
    }

    /** Goes on to a state, unless the job ended before. */
    synchronized boolean moveTo(JobState next) {
        if (state.isTerminal()) {
            return false;
        }
        state = next;
        changed = clock.instant();
        if (next.isTerminal()) {
            ended.countDown();
        }
        return true;
    }

    synchronized void fail(String message) {
        if (moveTo(JobState.FAILED)) {
            errorMessage = message;
        }
    }

    /** Ends the job on a client's wish. */
    synchronized void abort() {
        if (!moveTo(JobState.ABORTED)) {
            throw wrongState("abort");
        }
    }

    /** Ends what waits to be worked on, so that it can be deleted as what has ended; nothing else can. */
    synchronized void endForDeletion() {
        if (!state.isTerminal() && state != JobState.UPLOAD_COMPLETE) {
            throw wrongState("delete");
        }
        moveTo(JobState.ABORTED);
    }

    synchronized ApiException wrongState(String wish) {
        return new ApiException(
                400, "INVALIDJOBSTATE", "Cannot %s job %s in state %s".formatted(wish, head.id(), state.label()));
    }

    /** Waits; true when the job ended meanwhile. */
    boolean awaitEnd(Duration duration) throws InterruptedException {
        return ended.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Does the job's work; runs once. */
    abstract void work() throws InterruptedException;

    /** As in the answer to its creation. */
    synchronized Map<String, Object> brief() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", head.id());
        answer.put("operation", head.operation());
        answer.put("object", head.type().name());
        answer.put("createdById", head.userId());
        answer.put("createdDate", Values.jsonTime(Values.wholeSecond(head.created())));
        answer.put("systemModstamp", Values.jsonTime(Values.wholeSecond(changed)));
        answer.put("state", state.label());
        answer.put("concurrencyMode", "Parallel");
        answer.put("contentType", "CSV");
        answer.put("apiVersion", Double.valueOf(head.apiVersion()));
        answer.put("lineEnding", head.dialect().lineEndingName());
        answer.put("columnDelimiter", head.dialect().delimiterName());
        return answer;
    }

    /** As in the answer to a question about it. */
    synchronized Map<String, Object> full() {
        var answer = brief();
        answer.put("retries", 0);
        answer.put(
                "totalProcessingTime",
                Duration.between(head.created(), state.isTerminal() ? changed : clock.instant())
                        .toMillis());
        if (errorMessage != null) {
            answer.put("errorMessage", errorMessage);
        }
        return answer;
    }
}
