package io.fairpatch.plan.engine;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Raises the bound beyond that of the linear relaxation, which splits large units between seats: the {@link Cut}s that its
 * solution breaks are held like bands, and prices are taken to the new optimum (cutting planes). Each set of prices
 * gives a bound over all pairs ({@link Pricing}). One use.
 */
final class Tightening {
    /** Of 2,000 units the first brings three quarters of what ten bring, a second an eighth. */
    private static final int ROUNDS = 1;
    /** Of at most so many, seven more rounds raise it by 0.05 to 0.8 % and take some tenths of a second. */
    private static final int FEW = 1_000;

    private static final int ROUNDS_OF_FEW = 8;
    /** Of a unit's mean cost: a count with smaller prices than this at all seats keeps them. */
    private static final double NEGLIGIBLE = 1e-3;

    private final TerritoryProblem problem;
    private final Candidates candidates;
    private final List<Gauge> given;
    private final double negligible;
    private final List<Cut> cuts = new ArrayList<>();
    private Duals duals;
    private long steps;

    /**
     * @param duals at the optimum of the relaxation
     * @param mean cost of a unit, cents
     */
    Tightening(TerritoryProblem problem, Candidates candidates, Duals duals, double mean) {
        this.problem = problem;
        this.candidates = candidates;
        this.given = duals.gauges();
        this.negligible = NEGLIGIBLE * mean;
        this.duals = duals;
    }

    /**
     * No plan costs less, cents.
     *
     * @param solved what seats hold at the optimum of the relaxation
     * @param relaxed what its prices prove
     */
    long run(List<List<Part>> solved, long relaxed, Budget budget, Progress progress) {
        long best = relaxed;
        List<List<Part>> parts = solved;
        int rounds = problem.units().size() <= FEW ? ROUNDS_OF_FEW : ROUNDS;
        for (int round = 0; round < rounds && parts != null && cut(parts); round++) {
            var pass = new Pass(problem, held(), candidates, duals);
            pass.exact(budget, progress);
            steps += pass.steps();
            duals = pass.duals();
            parts = pass.parts();
            best = Math.max(best, new Pricing(problem, candidates, duals).run().boundCents());
        }
        return best;
    }

    /** Adds what is broken; whether anything was. */
    private boolean cut(List<List<Part>> parts) {
        var broken = given.stream()
                .filter(gauge -> gauge.kind().banded())
                .flatMap(gauge -> IntStream.range(0, parts.size())
                        .mapToObj(seat -> Cutting.of(gauge, seat, parts.get(seat)))
                        .filter(Objects::nonNull))
                .toList();
        cuts.addAll(broken);
        duals = duals.with(Stream.concat(given.stream(), shelves().stream()).toList());
        return !broken.isEmpty();
    }

    /** Gauges of one cut a seat; a cut stays where it was once put. */
    private List<Gauge> shelves() {
        int[] held = new int[problem.seats().size()];
        var shelves = new ArrayList<List<@Nullable Cut>>();
        for (Cut cut : cuts) {
            int shelf = held[cut.seat()]++;
            if (shelf == shelves.size()) {
                shelves.add(new ArrayList<>(Collections.nCopies(held.length, null)));
            }
            shelves.get(shelf).set(cut.seat(), cut);
        }
        return shelves.stream().map(shelf -> Gauge.of(problem, shelf)).toList();
    }

    private List<Gauge> held() {
        return duals.gauges().stream()
                .filter(gauge -> gauge.kind().banded()
                        || gauge.kind() == Gauge.Kind.CUT
                        || Arrays.stream(duals.pricesOf(gauge)).anyMatch(price -> Math.abs(price) > negligible))
                .toList();
    }

    long steps() {
        return steps;
    }
}
