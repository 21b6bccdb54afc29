package io.fairpatch.bench.plan;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.Kernel;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Gaps on published instances: steps, then instances by file with best known value, or D:agents:jobs:seed. */
final class PublishedBench {
    private PublishedBench() {}

    public static void main(String[] args) throws IOException {
        var budget = Budget.ofSteps(Long.parseLong(args[1]), 1, 1);
        for (String row : Files.readAllLines(Path.of(args[0], "best-known.csv"))) {
            String[] cells = row.split(",");
            if (args.length > 2 && cells[0].matches(args[2])) {
                report(cells[0], Published.read(Path.of(args[0], cells[0])), budget, Double.parseDouble(cells[7]));
            }
        }
        for (int at = 3; at < args.length; at++) {
            String[] spec = args[at].split(":");
            int agents = Integer.parseInt(spec[1]);
            int jobs = Integer.parseInt(spec[2]);
            var problem = spec[0].equals("D")
                    ? Published.typeD(agents, jobs, Long.parseLong(spec[3]))
                    : Published.typeE(agents, jobs, Long.parseLong(spec[3]));
            report(args[at], problem, budget, Double.NaN);
        }
    }

    private static void report(String name, AssignmentProblem problem, Budget budget, double best) {
        var bean = java.lang.management.ManagementFactory.getThreadMXBean();
        long start = bean.getCurrentThreadCpuTime();
        var solution = Kernel.solve(problem, budget, Progress.NONE);
        Long bound = solution.bound();
        double lower = bound == null ? Double.NaN : bound / 1e6;
        double known = Double.isNaN(best) ? lower : best;
        System.out.printf(
                Locale.ROOT,
                "%-24s %s cost %.0f bound %.0f best %.0f off %.3f%% steps %d cpu %.1f%n",
                name,
                solution.status().word(),
                solution.cost() / 1e6,
                lower,
                known,
                100 * (solution.cost() / 1e6 - known) / known,
                solution.steps(),
                (bean.getCurrentThreadCpuTime() - start) / 1e9);
    }
}
