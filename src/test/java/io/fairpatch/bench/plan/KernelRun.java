package io.fairpatch.bench.plan;

import com.sun.management.OperatingSystemMXBean;
import io.fairpatch.bench.Figure;
import io.fairpatch.model.Progress;
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
 * @param feasibleAfter seconds until the search only improves, which it begins with a plan within the bands if one was found
 * @param heapMegabytes peak of the heap, garbage included
 */
record KernelRun(Solution solution, double seconds, double cpuSeconds, double feasibleAfter, long heapMegabytes) {
    /** Stands for a figure that does not exist since no plan was found. */
    static final double NO_PLAN = 999.99;

    static KernelRun of(AssignmentProblem problem, Budget budget) {
        System.gc();
        var pools = ManagementFactory.getMemoryPoolMXBeans();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        double cpu = cpu();
        var watch = new Watch(start);
        var solution = Kernel.solve(problem, budget, watch);
        double seconds = (System.nanoTime() - start) / 1e9;
        long heap = pools.stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        return new KernelRun(solution, seconds, cpu() - cpu, watch.improving, heap >> 20);
    }

    private static double cpu() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    /** Our cost above the bound beside a peer's, in per cent. */
    Figure beside(String what, String peer, long cost, long violation) {
        Long bound = solution.bound();
        double floor = bound == null ? Double.NaN : bound;
        double own = solution.status() == Status.FEASIBLE ? 100 * (solution.cost() - floor) / floor : NO_PLAN;
        double theirs = violation == 0 ? 100 * (cost - floor) / floor : NO_PLAN;
        return Figure.beside(what + "cost above the bound", own, "%", peer, theirs);
    }

    private static final class Watch implements Progress {
        private final long start;
        private double improving = Double.NaN;

        Watch(long start) {
            this.start = start;
        }

        @Override
        public void stage(String sentence) {
            System.err.println("  " + sentence);
            if (sentence.startsWith("Improving")) {
                improving = (System.nanoTime() - start) / 1e9;
            }
        }

        @Override
        public void at(long done, long total) {}

        @Override
        public boolean stopRequested() {
            return false;
        }
    }
}
