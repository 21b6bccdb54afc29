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
import java.util.Map;

/**
 * Territories from scratch on maps drawn as in the literature: our cost beside that of the literature's heuristic on the
 * same map in the same time, our gap, and how far other seeds of the search end from the best of them.
 */
public final class DesignBench implements Bench {
    @Override
    public String name() {
        return "design";
    }

    @Override
    public String about() {
        return "territories from scratch, 3 measures: cost beside a heuristic of the literature, the proven bound, other"
                + " seeds; a territory for each 15 areas";
    }

    @Override
    public Map<String, String> options() {
        return Map.of(
                "seeds", "1", "threads", "2", "seconds", "30", "tolerance", "0.05", "areas", "60,100,200", "maps", "2");
    }

    @Override
    public List<Figure> run(BenchOptions options) {
        int seeds = options.number("seeds");
        int threads = options.number("threads");
        double seconds = options.decimal("seconds");
        double tolerance = options.decimal("tolerance");
        var figures = new ArrayList<Figure>();
        for (String size : options.text("areas").split(",")) {
            int areas = Integer.parseInt(size);
            for (int seed = 1; seed <= options.number("maps"); seed++) {
                var map = Maps.draw(areas, Math.max(2, areas / 15), tolerance, seed);
                String what = "%d areas, %d territories, map %d"
                        .formatted(areas, map.problem().territories(), seed);
                System.err.println(what);
                figures.addAll(figures(what, answers(map, seeds, seconds, threads), Grasp.best(map, seconds, seed)));
            }
        }
        return figures;
    }

    private static List<DesignSolution> answers(Maps.Drawn map, int seeds, double seconds, int threads) {
        List<DesignSolution> answers = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            answers.add(DesignKernel.solve(map.problem(), Budget.ofSeconds(seconds, seed, threads), Progress.NONE));
        }
        return answers;
    }

    private static List<Figure> figures(String what, List<DesignSolution> answers, double peer) {
        double best = answers.stream().mapToDouble(DesignBench::cost).min().orElseThrow();
        double worst = answers.stream().mapToDouble(DesignBench::cost).max().orElseThrow();
        double bound = answers.stream()
                .mapToDouble(a -> a.bound() == null ? Double.NaN : a.bound())
                .max()
                .orElseThrow();
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(what + ": cost", worst, "", "GRASP", peer, Double.isFinite(worst) && worst <= peer));
        figures.add(new Figure(what + ": cost", best, "", "proven bound", bound, null));
        if (answers.size() > 1) {
            figures.add(new Figure(what + ": worst seed", worst, "", "best seed", best, null));
        }
        return figures;
    }

    private static double cost(DesignSolution answer) {
        return answer.status() == Status.FEASIBLE ? answer.cost() : Double.POSITIVE_INFINITY;
    }
}
