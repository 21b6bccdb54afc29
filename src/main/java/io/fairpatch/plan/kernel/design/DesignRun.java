package io.fairpatch.plan.kernel.design;

import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Status;
import io.fairpatch.plan.kernel.model.Violation;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One run of the design: a small map is searched to its end; else search and bound in turn, from round to round. A round
 * cools {@value #COOLINGS} drawings side by side, as many whatever the threads.
 */
final class DesignRun {
    private static final int BOUNDED = 5_000;
    private static final int BOUND_PASSES = 400;
    private static final int BOUND_STEPS_A_ROUND = 100;
    private static final int SHARED_STEPS_A_ROUND = 30;
    private static final int COOLINGS = 2;
    /** The first coolings are short: they find out what bands cost. */
    private static final int QUICK = 6;

    private static final int STALE_ROUNDS = 60;
    private static final int HOPELESS_ROUNDS = 5;
    private static final int SMALL_STEPS = 100;
    /** How often the best drawing is taken up again, once one is in its bands. */
    private static final double AGAIN = 0.6;

    private static final double HOT = 0.05;
    private static final double AGAIN_HOT = 0.25;
    private static final double COLD = 0.003;
    private static final double CLOSE = 1e-9;

    private final DesignProblem problem;
    private final Pace pace;
    private final Workers workers;
    private final SplittableRandom random;
    private final Neighbours near;
    private final @Nullable MedianBound bound;
    private @Nullable Found best;
    private double strength = 10;
    private int coolings;
    private boolean settled;

    DesignRun(DesignProblem problem, Workers workers, Pace pace) {
        this.problem = problem;
        this.pace = pace;
        this.workers = workers;
        this.random = new SplittableRandom(pace.seed());
        this.near = problem.contiguous() ? problem.neighbours() : Nearest.of(problem);
        this.bound = problem.size() <= BOUNDED && problem.size() >= problem.territories()
                ? new MedianBound(problem, workers)
                : null;
    }

    DesignSolution solve() {
        List<String> why = new ArrayList<>(DesignProof.whyNot(problem));
        pace.stage("Drawing territories");
        offer(Growth.grow(problem, near, List.of(), random.split()));
        if (why.isEmpty() && SmallMap.fits(problem)) {
            settle(why);
        }
        int patience = why.isEmpty() ? STALE_ROUNDS : HOPELESS_ROUNDS;
        for (int stale = 0; stale < patience && !pace.over() && !closed(); ) {
            stale = search() ? 0 : stale + 1;
            raiseBound();
        }
        return answer(why);
    }

    /** Searches a small map to its end: then the best drawing is known, or that there is none. */
    private void settle(List<String> why) {
        var verdict = SmallMap.search(problem, pace, SMALL_STEPS);
        settled = verdict != null && verdict.territory() != null;
        if (verdict != null && verdict.territory() != null) {
            offer(redraw(verdict.territory()));
        } else if (verdict != null) {
            why.addAll(MapClash.of(problem, pace));
        }
    }

    private void raiseBound() {
        if (bound == null || bound.passes() >= BOUND_PASSES) {
            return;
        }
        int steps = bound.stepsAPass() == 1 ? BOUND_STEPS_A_ROUND : SHARED_STEPS_A_ROUND;
        double target = best().cost() * (best().violation() == 0 ? 1 : 1.1);
        for (int step = 0; step < steps && pace.begin(); step++) {
            bound.step(target);
        }
    }

    /** Cools some drawings; says whether the best got better. */
    private boolean search() {
        Cooling[] round = new Cooling[COOLINGS];
        Arrays.setAll(round, t -> cooling());
        boolean better = false;
        while (Arrays.stream(round).anyMatch(c -> !c.done()) && pace.begin()) {
            workers.run(round.length, t -> round[t].step());
        }
        for (var cooling : round) {
            better |= offer(cooling.best());
            if (!cooling.again()) {
                strength = cooling.broken() ? Math.min(60, strength * 1.5) : Math.max(2, strength / 1.3);
            }
        }
        return better;
    }

    /**
     * A new drawing, or a re-heated copy of the best. The price of a broken band is fixed while one drawing cools, in units
     * of the mean cost of a territory; where new drawings end broken it rises, else it falls, so that bands are met without
     * paying more in cost than they ask for. A temperature is set by that price at first (bands are still open to trade)
     * and by cost at the end.
     */
    private Cooling cooling() {
        boolean again = best().allowed() && random.nextDouble() < AGAIN;
        var drawing = again ? redraw(best().territory()) : fresh();
        double unit = Math.max(1e-9, drawing.cost() / problem.territories());
        double hot = unit * (again ? AGAIN_HOT * (0.5 + 3 * random.nextDouble()) : HOT * strength);
        int n = problem.size();
        int sweeps = Math.max(120, Math.min(240_000 / n, 600)) * (1 + coolings / 10) / (coolings < QUICK ? 4 : 1);
        int tries = Math.max(200, Math.min(20 * n, 40_000));
        coolings++;
        var course = new Cooling.Course(hot, unit * COLD, sweeps, tries, unit * strength);
        return new Cooling(problem, near, drawing, random.split(), course, again);
    }

    private Drawing fresh() {
        List<Integer> centers = coolings % 2 == 0 && bound != null ? bound.centers() : List.of();
        return Growth.grow(problem, near, centers, random.split());
    }

    private Drawing redraw(int[] territory) {
        var drawing = new Drawing(problem);
        for (int a = 0; a < territory.length; a++) {
            drawing.move(a, territory[a]);
        }
        return drawing;
    }

    private void offer(Drawing drawing) {
        best = Found.better(best, drawing);
    }

    private boolean offer(Found found) {
        boolean better = !best().beats(found);
        best = better ? found : best;
        return better;
    }

    private Found best() {
        return Objects.requireNonNull(best, "a drawing is grown first");
    }

    private boolean closed() {
        return settled
                || (bound != null
                        && best().allowed()
                        && best().cost() - bound.best() <= CLOSE * Math.abs(best().cost()));
    }

    private DesignSolution answer(List<String> proof) {
        var drawing = redraw(best().territory());
        drawing.refresh();
        var status = best().allowed() ? Status.FEASIBLE : proof.isEmpty() ? Status.UNKNOWN : Status.INFEASIBLE;
        int[] centers = new int[problem.territories()];
        for (int t = 0; t < centers.length; t++) {
            centers[t] = drawing.size(t) == 0 ? -1 : drawing.center(t);
        }
        Double least = status == Status.INFEASIBLE ? null : settled ? Double.valueOf(drawing.cost()) : bound();
        return new DesignSolution(
                status,
                best().territory(),
                centers,
                drawing.cost(),
                least,
                violations(drawing),
                pace.steps(),
                why(proof, drawing, status));
    }

    private @Nullable Double bound() {
        return bound == null || Double.isInfinite(bound.best()) ? null : Double.valueOf(bound.best());
    }

    private List<String> why(List<String> proof, Drawing drawing, Status status) {
        List<String> why = new ArrayList<>(proof);
        for (int t = 0; t < problem.territories() && status != Status.FEASIBLE; t++) {
            if (drawing.size(t) == 0) {
                why.add("Territory %d has no area.".formatted(t));
            } else if (problem.contiguous() && !drawing.connected(t)) {
                why.add("Territory %d is not connected.".formatted(t));
            }
        }
        if (status == Status.UNKNOWN) {
            why.add("No drawing within all bands was found, and no proof that there is none. Maybe give it more time.");
        }
        return why;
    }

    private List<Violation> violations(Drawing drawing) {
        List<Violation> broken = new ArrayList<>();
        for (int t = 0; t < problem.territories(); t++) {
            for (int k = 0; k < problem.measures().size(); k++) {
                long load = drawing.load(t, k);
                if (problem.violation(k, load) > 0) {
                    broken.add(new Violation(t, k, load, problem.low()[k], problem.high()[k]));
                }
            }
        }
        return broken;
    }
}
