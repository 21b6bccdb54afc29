package io.fairpatch.plan.kernel.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkersTest {
    private final Thread caller = Thread.currentThread();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void every_task_is_run_once_and_all_are_done_at_the_end(int threads) {
        try (var workers = new Workers(threads)) {
            for (int tasks : List.of(0, 1, 3, 400)) {
                var runs = new AtomicIntegerArray(tasks);
                workers.run(tasks, runs::incrementAndGet);
                for (int t = 0; t < tasks; t++) {
                    assertThat(runs.get(t)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void one_thread_is_the_callers_own() {
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        try (var workers = new Workers(1)) {
            workers.run(20, t -> seen.add(Thread.currentThread()));
        }
        assertThat(seen).containsExactly(caller);
    }

    @Test
    void threads_work_at_the_same_time_and_do_not_keep_the_program_alive() {
        var together = new CyclicBarrier(3);
        Set<Thread> seen = ConcurrentHashMap.newKeySet();
        try (var workers = new Workers(3)) {
            workers.run(3, t -> {
                meet(together);
                seen.add(Thread.currentThread());
            });
        }
        assertThat(seen).hasSize(3).contains(caller);
        assertThat(seen.stream().filter(thread -> thread != caller)).allMatch(Thread::isDaemon);
        assertThat(seen.stream().filter(thread -> thread != caller))
                .allMatch(thread -> thread.getName().equals("kernel"));
    }

    @Test
    void what_a_helper_fails_of_is_told_to_the_caller() {
        var together = new CyclicBarrier(2);
        try (var workers = new Workers(2)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> workers.run(2, t -> {
                        meet(together);
                        if (Thread.currentThread() != caller) {
                            throw new ArithmeticException("a sum");
                        }
                    }))
                    .withCauseInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void an_interrupted_caller_stops_waiting_and_stays_interrupted() {
        var together = new CyclicBarrier(2);
        var never = new CountDownLatch(1);
        try (var workers = new Workers(2)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> workers.run(2, t -> {
                        meet(together);
                        if (Thread.currentThread() == caller) {
                            caller.interrupt();
                        } else {
                            await(never);
                        }
                    }))
                    .withMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void closed_workers_take_no_more() {
        var workers = new Workers(2);
        workers.close();
        assertThatThrownBy(() -> workers.run(2, t -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new AssertionError("not at the same time", alone);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }
}
