package io.fairpatch.bench.design;

import io.fairpatch.bench.Bench;
import io.fairpatch.bench.BenchOptions;
import io.fairpatch.bench.Figure;
import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.design.DesignKernel;
import io.fairpatch.plan.kernel.design.DesignSolution;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Status;
import java.util.ArrayList;
import java.util.List;

/** Territories from scratch on drawn maps: our gap, and how far other seeds of the search end from the best of them. */
public final class DesignBench implements Bench {
    @Override
    public String name() {
        return "design";
    }

    @Override
    public String about() {
        return "territories from scratch, 3 measures: gap to the proven bound, and spread over seeds"
                + " (--areas 60 --territories 4 --maps 3 --seeds 2 --seconds 30 --tolerance 0.05)";
    }

    @Override
    public List<Figure> run(BenchOptions options) {
        int areas = options.number("areas", 60);
        int territories = options.number("territories", 4);
        int maps = options.number("maps", 3);
        int seeds = options.number("seeds", 2);
        double seconds = options.decimal("seconds", 30);
        double tolerance = options.decimal("tolerance", 0.05);
        var figures = new ArrayList<Figure>();
        for (int map = 1; map <= maps; map++) {
            var problem = Maps.draw(areas, territories, tolerance, map);
            var answers = new ArrayList<DesignSolution>();
            for (int seed = 1; seed <= seeds; seed++) {
                answers.add(DesignKernel.solve(problem, Budget.ofSeconds(seconds, seed, 1), Progress.NONE));
            }
            figures.addAll(figures("%d areas, %d territories, map %d".formatted(areas, territories, map), answers));
        }
        return figures;
    }

    private static List<Figure> figures(String what, List<DesignSolution> answers) {
        long feasible =
                answers.stream().filter(a -> a.status() == Status.FEASIBLE).count();
        double best = answers.stream().mapToDouble(DesignBench::cost).min().orElseThrow();
        double worst = answers.stream().mapToDouble(DesignBench::cost).max().orElseThrow();
        double bound = answers.stream()
                .mapToDouble(a -> a.bound() == null ? Double.NaN : a.bound())
                .max()
                .orElseThrow();
        return List.of(
                new Figure(
                        what + ": in bands",
                        feasible,
                        "seeds",
                        "asked for",
                        (double) answers.size(),
                        feasible == answers.size()),
                new Figure(what + ": cost", best, "", "proven bound", bound, null),
                new Figure(what + ": worst seed", worst, "", "best seed", best, null));
    }

    private static double cost(DesignSolution answer) {
        return answer.status() == Status.FEASIBLE ? answer.cost() : Double.POSITIVE_INFINITY;
    }
}
