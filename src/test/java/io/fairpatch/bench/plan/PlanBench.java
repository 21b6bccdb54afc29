package io.fairpatch.bench.plan;

import io.fairpatch.bench.Bench;
import io.fairpatch.bench.BenchOptions;
import io.fairpatch.bench.Figure;
import io.fairpatch.bench.plan.peer.OptaPlannerPeer;
import io.fairpatch.plan.kernel.model.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The kernel on drawn territories and assignment instances, its peers in the same process on the same problem and time. */
public final class PlanBench implements Bench {
    /** One row: what is drawn, the limits on gap and on the first plan, and the time. */
    private record Row(Territories.Shape shape, double gap, double feasible, double seconds) {}

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public String about() {
        return "gap, time and heap of the planner's kernel, OptaPlanner cold and warm and OR-Tools beside it"
                + " (rows: city, published, few, large, mismatched, tight, million, growth; seconds 0: each row's own limit;"
                + " 999.99 stands for no plan within the bands)";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("seed", "1", "threads", "2", "peers", "yes", "seconds", "0", "rows", "city,published");
    }

    @Override
    public List<Figure> run(BenchOptions options) {
        List<Figure> figures = new ArrayList<>();
        int seed = options.number("seed");
        int threads = options.number("threads");
        boolean peers = options.text("peers").equals("yes");
        double seconds = options.decimal("seconds");
        for (String name : options.text("rows").split(",")) {
            switch (name) {
                case "published" -> figures.addAll(Instances.figures(seed, threads, seconds));
                case "growth" -> figures.addAll(Growth.figures(threads));
                default -> figures.addAll(territories(name, seed, threads, seconds, peers));
            }
        }
        return figures;
    }

    private static Row row(String name, int seed) {
        return switch (name) {
            case "city" -> new Row(shape(20_000, 100, 0.09, 0.15, false, seed), 0.1, 15, 15);
            case "large" -> new Row(shape(100_000, 500, 0.09, 0.15, false, seed), 0.15, 15, 60);
            case "mismatched" -> new Row(shape(100_000, 500, 0.09, 0.15, true, seed), 0.25, 20, 60);
            case "tight" -> new Row(shape(20_000, 100, 0.03, 0.1, false, seed), 0.2, 30, 30);
            case "few" -> new Row(shape(100, 12, 0.09, 0.15, false, seed), 1, 5, 10);
            case "million" -> new Row(shape(1_000_000, 2_000, 0.09, 0.15, false, seed), 0.5, 300, 900);
            default -> throw new IllegalArgumentException("There is no row " + name);
        };
    }

    private static Territories.Shape shape(
            int accounts, int reps, double potential, double work, boolean even, int seed) {
        return new Territories.Shape(accounts, reps, potential, work, even, seed);
    }

    private static List<Figure> territories(String name, int seed, int threads, double seconds, boolean peers) {
        var row = row(name, seed);
        double time = seconds > 0 ? seconds : row.seconds();
        System.err.println("Drawing " + name);
        var drawn = Territories.draw(row.shape(), new PostalCodes());
        var run = KernelRun.of(drawn.problem(), new Budget(time, Long.MAX_VALUE, seed, threads));
        String what = String.format(
                Locale.ROOT,
                "%s %,d x %d, seed %d: ",
                name,
                row.shape().accounts(),
                row.shape().reps(),
                seed);
        Double gap = run.solution().gap();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.atMost(what + "gap", gap == null ? KernelRun.NO_PLAN : 100 * gap, "%", row.gap()));
        figures.add(Figure.atMost(
                what + "plan within the bands after", run.feasible().wall(), "s", row.feasible()));
        figures.add(Figure.plain(what + "CPU time until then", run.feasible().cpu(), "s"));
        figures.add(Figure.atMost(what + "time", run.whole().wall(), "s", time + 1));
        figures.add(Figure.plain(what + "CPU time of all threads", run.whole().cpu(), "s"));
        figures.add(Figure.plain(what + "heap, problem included", run.heapMegabytes(), "MB"));
        if (peers) {
            peers(figures, what, drawn, run, time);
        }
        return figures;
    }

    /** Costs above our bound, as a share; a peer without a plan within the bands is told by its violations. */
    private static void peers(List<Figure> figures, String what, Territories.Drawn drawn, KernelRun run, double time) {
        var problem = drawn.problem();
        System.err.println("OptaPlanner, cold");
        var cold = OptaPlannerPeer.solve(problem, null, time);
        System.err.println("OptaPlanner, from today's owners");
        var warm = OptaPlannerPeer.solve(problem, drawn.today(), time);
        figures.add(run.beside(what, "OptaPlanner cold", cold.cost(), cold.violation()));
        figures.add(run.beside(what, "OptaPlanner from today's owners", warm.cost(), warm.violation()));
        System.err.println("OR-Tools");
        var other = IntegerProgram.solve(problem, "SAT", time, 2);
        figures.add(run.beside(what, "OR-Tools CP-SAT", other.cost(), other.feasible() ? 0 : -1));
    }
}
