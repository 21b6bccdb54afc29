package io.fairpatch.bench.plan;

import com.sun.management.OperatingSystemMXBean;
import io.fairpatch.bench.Figure;
import io.fairpatch.model.Silent;
import io.fairpatch.plan.kernel.Kernel;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Solution;
import io.fairpatch.plan.kernel.model.Status;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/**
 * One measured run of the kernel.
 *
 * @param whole time of the run
 * @param feasible time until the first plan within the bands; {@link #NO_PLAN} without one
 * @param heapMegabytes peak of the heap, garbage included
 */
record KernelRun(Solution solution, Time whole, Time feasible, long heapMegabytes) {
    /** Stands for a figure that does not exist since no plan was found. */
    static final double NO_PLAN = 999.99;

    /**
     * Time by two clocks: a machine that is busy elsewhere lengthens the first and not the second.
     *
     * @param wall seconds by the clock
     * @param cpu seconds of processor time of the whole process, all threads
     */
    record Time(double wall, double cpu) {
        static Time now() {
            var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            return new Time(System.nanoTime() / 1e9, system.getProcessCpuTime() / 1e9);
        }

        Time since(Time start) {
            return new Time(wall - start.wall, cpu - start.cpu);
        }
    }

    static KernelRun of(AssignmentProblem problem, Budget budget) {
        System.gc();
        var pools = ManagementFactory.getMemoryPoolMXBeans();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        var start = Time.now();
        var watch = new Watch(start);
        var solution = Kernel.solve(problem, budget, watch);
        var whole = Time.now().since(start);
        long heap = pools.stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new KernelRun(solution, whole, watch.feasible, heap >> 20);
    }

    /** Our cost above the bound beside a peer's, in per cent. */
    Figure beside(String what, String peer, long cost, long violation) {
        Long bound = solution.bound();
        double floor = bound == null ? Double.NaN : bound;
        double own = solution.status() == Status.FEASIBLE ? 100 * (solution.cost() - floor) / floor : NO_PLAN;
        double theirs = violation == 0 ? 100 * (cost - floor) / floor : NO_PLAN;
        return Figure.beside(what + "cost above the bound", own, "%", peer, theirs);
    }

    private static final class Watch extends Silent {
        private final Time start;
        private Time feasible = new Time(NO_PLAN, NO_PLAN);

        Watch(Time start) {
            this.start = start;
        }

        @Override
        public void stage(String sentence) {
            System.err.println("  " + sentence);
            if (sentence.startsWith("Improving")) {
                feasible = Time.now().since(start);
            }
        }
    }
}
