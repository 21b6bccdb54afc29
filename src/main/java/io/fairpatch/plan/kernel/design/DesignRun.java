package io.fairpatch.plan.kernel.design;

import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Status;
import io.fairpatch.plan.kernel.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One run of the design: bound and search in turn, from restart to restart. */
final class DesignRun {
    private static final int BOUNDED = 5_000;
    private static final int BOUND_STEPS = 400;
    private static final int BOUND_STEPS_A_RESTART = 100;
    private static final int STALE_RESTARTS = 100;
    private static final int HOPELESS_RESTARTS = 10;
    private static final int REFRESH = 8;
    /** How often the best drawing is taken up again, once one is in its bands. */
    private static final double AGAIN = 0.6;

    private static final double HOT = 0.05;
    private static final double AGAIN_HOT = 0.25;
    private static final double COLD = 0.003;
    private static final double CLOSE = 1e-9;

    private final DesignProblem problem;
    private final Pace pace;
    private final SplittableRandom random;
    private final Neighbours near;
    private final @Nullable MedianBound bound;
    private int boundSteps;
    private @Nullable Best best;
    private double strength = 10;

    DesignRun(DesignProblem problem, Pace pace) {
        this.problem = problem;
        this.pace = pace;
        this.random = new SplittableRandom(pace.seed());
        this.near = problem.contiguous() ? problem.neighbours() : Nearest.of(problem);
        this.bound =
                problem.size() <= BOUNDED && problem.size() >= problem.territories() ? new MedianBound(problem) : null;
    }

    /** The best drawing so far: pieces first, then violation, then cost. */
    private record Best(int[] territory, int broken, long violation, double cost) {
        boolean beats(int otherBroken, long otherViolation, double otherCost) {
            if (broken != otherBroken) {
                return broken < otherBroken;
            }
            return violation != otherViolation ? violation < otherViolation : cost <= otherCost * (1 + 1e-12);
        }
    }

    DesignSolution solve() {
        var why = DesignProof.whyNot(problem);
        pace.stage("Drawing territories");
        offer(Growth.grow(problem, near, List.of(), random.split()));
        int patience = why.isEmpty() ? STALE_RESTARTS : HOPELESS_RESTARTS;
        int stale = 0;
        for (int restart = 0; stale < patience && !pace.over() && !closed(); restart++) {
            raiseBound();
            stale = search(restart) ? 0 : stale + 1;
        }
        return answer(why);
    }

    private void raiseBound() {
        for (int step = 0; bound != null && step < BOUND_STEPS_A_RESTART && boundSteps < BOUND_STEPS; step++) {
            if (!pace.begin()) {
                return;
            }
            bound.step(best().violation() == 0 ? best().cost() : best().cost() * 1.1);
            boundSteps++;
        }
    }

    /**
     * Anneals one drawing: a new one, or a re-heated copy of the best. The price of a broken band is fixed while one
     * drawing cools, in units of the mean cost of a territory; where new drawings end broken it rises, else it falls,
     * so that bands are met without paying more in cost than they ask for. A temperature is set by that price at first
     * (bands are still open to trade) and by cost at the end. Says whether the best got better.
     */
    private boolean search(int restart) {
        boolean again = feasible() && random.nextDouble() < AGAIN;
        var drawing = again ? redraw(best().territory()) : fresh(restart);
        var anneal = new Anneal(problem, near, drawing, random.split());
        double unit = Math.max(1e-9, drawing.cost() / problem.territories());
        anneal.penalty(unit * strength);
        double hot = unit * (again ? AGAIN_HOT * (0.5 + 3 * random.nextDouble()) : HOT * strength);
        boolean better = cool(anneal, drawing, hot, unit * COLD, restart);
        if (!again) {
            strength = drawing.violation() > 0 ? Math.min(60, strength * 1.5) : Math.max(2, strength / 1.3);
        }
        return better;
    }

    private boolean cool(Anneal anneal, Drawing drawing, double hot, double cold, int restart) {
        int n = problem.size();
        int tries = Math.max(200, Math.min(20 * n, 40_000));
        int sweeps = Math.max(120, Math.min(240_000 / n, 600)) * (1 + restart / 10);
        boolean better = false;
        for (int sweep = 0; sweep < sweeps && pace.begin(); sweep++) {
            anneal.sweep(tries, hot * Math.pow(cold / hot, sweep / (double) sweeps));
            if (sweep % REFRESH == 0) {
                drawing.refresh();
            }
            better |= offer(drawing);
        }
        return better;
    }

    private Drawing fresh(int restart) {
        List<Integer> centers = restart % 2 == 0 && bound != null ? bound.centers() : List.of();
        return Growth.grow(problem, near, centers, random.split());
    }

    private Drawing redraw(int[] territory) {
        var drawing = new Drawing(problem);
        for (int a = 0; a < territory.length; a++) {
            drawing.move(a, territory[a]);
        }
        return drawing;
    }

    private boolean offer(Drawing drawing) {
        long violation = drawing.violation();
        double cost = drawing.cost();
        if (best != null && best.violation() == 0 && best.broken() == 0 && violation > 0) {
            return false;
        }
        int broken = drawing.broken();
        if (best != null && best.beats(broken, violation, cost)) {
            return false;
        }
        best = new Best(drawing.territories(), broken, violation, cost);
        return true;
    }

    private Best best() {
        return Objects.requireNonNull(best, "a drawing is grown first");
    }

    private boolean feasible() {
        return best().broken() == 0 && best().violation() == 0;
    }

    private boolean closed() {
        return bound != null && feasible() && best().cost() - bound.best() <= CLOSE * Math.abs(best().cost());
    }

    private DesignSolution answer(List<String> proof) {
        var drawing = redraw(best().territory());
        drawing.refresh();
        var status = feasible() ? Status.FEASIBLE : proof.isEmpty() ? Status.UNKNOWN : Status.INFEASIBLE;
        int[] centers = new int[problem.territories()];
        for (int t = 0; t < centers.length; t++) {
            centers[t] = drawing.size(t) == 0 ? -1 : drawing.center(t);
        }
        Double least = bound == null || boundSteps == 0 || status == Status.INFEASIBLE ? null : bound.best();
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
