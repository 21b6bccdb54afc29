package io.fairpatch.bench.plan;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.Kernel;
import io.fairpatch.plan.kernel.model.Budget;
import java.nio.file.Path;
import java.util.Locale;

/** Times the kernel on drawn territories: accounts reps potentialBand workloadBand even seed seconds threads csv. */
final class KernelBench {
    private KernelBench() {}

    public static void main(String[] args) {
        var shape = new Territories.Shape(
                Integer.parseInt(args[0]),
                Integer.parseInt(args[1]),
                Double.parseDouble(args[2]),
                Double.parseDouble(args[3]),
                Boolean.parseBoolean(args[4]),
                Long.parseLong(args[5]));
        var problem = Territories.draw(shape, new PostalCodes(Path.of(args[8])));
        long start = System.nanoTime();
        var progress = new Progress() {
            @Override
            public void stage(String sentence) {
                System.err.printf(
                        Locale.ROOT,
                        "%8.2f cpu %.2f %s%n",
                        (System.nanoTime() - start) / 1e9,
                        ((com.sun.management.OperatingSystemMXBean)
                                                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                                        .getProcessCpuTime()
                                / 1e9,
                        sentence);
            }

            @Override
            public void at(long done, long total) {}

            @Override
            public boolean stopRequested() {
                return false;
            }
        };
        var budget = new Budget(
                Double.parseDouble(args[6]), Long.getLong("steps", Long.MAX_VALUE), 1, Integer.parseInt(args[7]));
        var solution = Kernel.solve(problem, budget, progress);
        if (Boolean.getBoolean("lp")) {
            System.err.println("linear program " + LinearProgram.value(problem));
        }
        Long bound = solution.bound();
        Double gap = solution.gap();
        System.out.printf(
                Locale.ROOT,
                "%s options=%d cost=%.3f bound=%.3f gap=%.4f%% violations=%d steps=%d seconds=%.1f%n",
                solution.status().word(),
                problem.options(),
                solution.cost() / 1e6,
                bound == null ? Double.NaN : bound / 1e6,
                gap == null ? Double.NaN : 100 * gap,
                solution.violations().size(),
                solution.steps(),
                (System.nanoTime() - start) / 1e9);
    }
}
