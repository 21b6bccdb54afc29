package io.fairpatch.bench.plan;

import io.fairpatch.bench.Figure;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.model.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Published instances against their best known values; drawn ones of types D and E against the proven bound. */
final class Instances {
    private static final Path FOLDER = Path.of("src/test/resources/gap");
    private static final double SECONDS = 5;

    private Instances() {}

    static List<Figure> figures(int seed, int threads, double seconds) {
        var budget = new Budget(seconds > 0 ? seconds : SECONDS, Long.MAX_VALUE, seed, threads);
        List<Figure> figures = new ArrayList<>();
        for (String row : rows()) {
            String[] cells = row.split(",");
            if (cells[0].matches("chu1997/(a20200|b20200|c10200|c20200)")) {
                figures.addAll(known(
                        cells[0], Published.read(FOLDER.resolve(cells[0])), budget, Double.parseDouble(cells[7])));
            }
        }
        figures.addAll(drawn("type D, 200 x 20", Published.typeD(20, 200, seed), budget));
        figures.addAll(drawn("type D, 100 x 20", Published.typeD(20, 100, seed), budget));
        figures.addAll(drawn("type D, 900 x 60", Published.typeD(60, 900, seed), budget));
        figures.addAll(drawn("type D, 1,600 x 80", Published.typeD(80, 1_600, seed), budget));
        figures.addAll(drawn("type E, 100 x 20", Published.typeE(20, 100, seed), budget));
        figures.addAll(drawn("type E, 1,600 x 80", Published.typeE(80, 1_600, seed), budget));
        return figures;
    }

    private static List<String> rows() {
        try {
            return Files.readAllLines(FOLDER.resolve("best-known.csv"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Figure> known(String name, AssignmentProblem problem, Budget budget, double best) {
        System.err.println(name);
        var run = KernelRun.of(problem, budget);
        var solution = run.solution();
        Long bound = solution.bound();
        double off = solution.status() == Status.FEASIBLE
                ? 100 * (solution.cost() / (double) Scale.ONE - best) / best
                : KernelRun.NO_PLAN;
        double lower = bound == null ? Double.NaN : bound / (double) Scale.ONE;
        return List.of(
                Figure.atMost(name + ": off best known", off, "%", 0.1),
                Figure.plain(name + ": CPU time of all threads", run.whole().cpu(), "s"),
                Figure.beside(name + ": bound", lower, "", "best known", best));
    }

    private static List<Figure> drawn(String name, AssignmentProblem problem, Budget budget) {
        System.err.println(name);
        var run = KernelRun.of(problem, budget);
        Double gap = run.solution().gap();
        return List.of(
                Figure.atMost(name + ": above the bound", gap == null ? KernelRun.NO_PLAN : 100 * gap, "%", 0.2),
                Figure.plain(name + ": CPU time of all threads", run.whole().cpu(), "s"));
    }
}
