package io.fairpatch.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Durable jobs: submitted to the database, run by any process that shares it, one at a time an org. A job whose process
 * died is taken up again by another after {@value #HEARTBEAT_SECONDS} s x {@value #MISSED_HEARTBEATS}. Thread-safe.
 */
@Singleton
public class Jobs {
    static final int HEARTBEAT_SECONDS = 3;
    static final int MISSED_HEARTBEATS = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final TaskDescriptor<String> TASK = TaskDescriptor.of("job", String.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final JobStore store;
    private final JobPoints points;
    private final Clock clock;
    private final Map<JobKind, JobRunner> runners;
    private final Scheduler scheduler;
    private volatile boolean running;

    Jobs(DataSource dataSource, JobStore store, JobPoints points, Clock clock, List<JobRunner> runners) {
        this.store = store;
        this.points = points;
        this.clock = clock;
        this.runners = runners.stream().collect(Collectors.toMap(JobRunner::kind, Function.identity()));
        var task = Tasks.oneTime(TASK)
                .onDeadExecutionRevive()
                .execute((instance, context) -> runById(UUID.fromString(instance.getId())));
        this.scheduler = Scheduler.create(dataSource, task)
                .threads(1)
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(Duration.ofSeconds(HEARTBEAT_SECONDS))
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(Duration.ofSeconds(5))
                .serializer(new TextSerializer())
                .enableImmediateExecution()
                .build();
    }

    /** Starts to take up jobs; without this, jobs are only submitted and watched. */
    public void start() {
        scheduler.start();
        running = true;
    }

    /** Whether this process takes up jobs. */
    boolean running() {
        return running;
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }

    /**
     * Submits a job and returns at once.
     *
     * @param params what to do, JSON
     * @param person who asked
     */
    public JobView submit(String orgId, JobKind kind, String params, String person) {
        var id = UUID.randomUUID();
        store.insert(orgId, id, kind, params, person);
        scheduler.schedule(TASK.instance(id.toString()).data(orgId).build(), clock.instant());
        return get(id);
    }

    public Optional<JobView> find(UUID id) {
        return store.find(id);
    }

    /** The newest jobs of an org, newest first. */
    public List<JobView> recent(String orgId, int limit) {
        return store.recent(orgId, limit);
    }

    /** Jobs that wait or run. */
    public List<JobView> current(String orgId) {
        return store.recent(orgId, 20).stream()
                .filter(job -> !job.state().finished())
                .toList();
    }

    /** Asks a job to stop at its next safe point; false when it has finished already. */
    public boolean requestStop(UUID id) {
        return store.requestStop(id);
    }

    /**
     * Has a search rest at its next safe point, or go on; false when it has finished already.
     *
     * @throws FairpatchException USAGE for a job that holds something open and can only be stopped
     */
    public boolean pause(UUID id, boolean pause) {
        JobKind kind = get(id).kind();
        if (!kind.mayRest()) {
            throw Problem.of(ErrorCode.USAGE, "A " + kind.label() + " can't rest")
                    .because("only planning holds nothing open")
                    .maybe("stop it; it can be started again")
                    .exception();
        }
        return store.requestPause(id, pause);
    }

    /** How a search got better so far; empty for other jobs. */
    public List<CoursePoint> course(UUID id) {
        return points.of(id);
    }

    /**
     * Waits until a job has finished, telling {@code listener} of each look at it.
     *
     * @throws FairpatchException with the job's own problem when it failed
     */
    public JobView await(UUID id, Consumer<JobView> listener) {
        while (true) {
            var job = get(id);
            listener.accept(job);
            if (job.state().finished()) {
                if (job.problem() != null) {
                    throw job.problem().exception();
                }
                return job;
            }
            LockSupport.parkNanos(POLL.toNanos());
            if (Thread.currentThread().isInterrupted()) {
                throw Problem.of(ErrorCode.INTERRUPTED, "Stopped waiting for job " + id)
                        .exception();
            }
        }
    }

    private JobView get(UUID id) {
        return store.find(id).orElseThrow(() -> Problem.of(ErrorCode.USAGE, "There is no job " + id)
                .maybe("list the jobs on the page Home")
                .exception());
    }

    private void runById(UUID id) {
        var job = get(id);
        if (job.state().finished()) {
            return;
        }
        if (job.stopRequested() && job.startedAt() == null) {
            store.finished(id, JobState.STOPPED, null, null);
            return;
        }
        store.started(id);
        run(job);
    }

    /** The boundary of all background work: whatever goes wrong ends in the job's row and the log. */
    private void run(JobView job) {
        var progress = new JobProgress(store, points, clock, job);
        try {
            var runner = runners.get(job.kind());
            if (runner == null) {
                throw new IllegalStateException("No runner for " + job.kind());
            }
            var result = runner.run(job, progress);
            store.finished(job.id(), JobState.DONE, null, result);
        } catch (RuntimeException | Error e) {
            FairpatchException.within(e).ifPresentOrElse(known -> failed(job, known), () -> {
                LOG.error("Job {} ({}) failed by a fault of ours; it is marked failed", job.id(), job.kind(), e);
                store.finished(job.id(), JobState.FAILED, fault(job, e), null);
            });
        }
    }

    private void failed(JobView job, FairpatchException known) {
        var state = known.code() == ErrorCode.INTERRUPTED ? JobState.STOPPED : JobState.FAILED;
        store.finished(job.id(), state, known.problem(), null);
    }

    /** Errors count too: left to the scheduler, a job out of memory would stand as running and be tried for ever. */
    private static Problem fault(JobView job, Throwable e) {
        var failed = job.kind().label() + " " + job.id() + " failed";
        return e instanceof OutOfMemoryError
                ? Problem.of(ErrorCode.MEMORY_SHORT, failed + ": the memory did not suffice")
                        .because("the JVM may use %d MB"
                                .formatted(Runtime.getRuntime().maxMemory() >> 20))
                        .maybe("give it more, with FAIRPATCH_JAVA_OPTS=-Xmx4g before the command that starts it")
                : Problem.of(ErrorCode.INTERNAL, failed + " by a fault of ours").maybe("send us the log of this hour");
    }

    /** Task data is text: no Java serialization in the database. */
    private static final class TextSerializer implements com.github.kagkarlsson.scheduler.serializer.Serializer {
        @Override
        public byte[] serialize(Object data) {
            return data.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] bytes) {
            return type.cast(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
