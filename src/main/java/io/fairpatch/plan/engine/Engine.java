package io.fairpatch.plan.engine;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Solves a territory problem with the kernel over candidate pairs, and proves how good the plan is over all pairs: prices
 * are found first, seats that are cheap at them join the candidates, then plans are searched. A limit on moves that binds
 * becomes a price on moving, and what a book should be made of is priced as it was in the sketch. One use.
 */
public final class Engine {
    private static final int PRICING_ROUNDS = 4;
    private static final int MOVING_ROUNDS = 6;
    private static final double DEARER = 1.1;
    private static final double DEARER_YET = 4;
    private static final int CORE = 6;
    /** Cheapest seats of each unit that are tried by the million. */
    private static final int FEW_SEATS = 8;

    /** Of a plan's cost: what missing a mix costs, where it is worth a price of its own at each seat. */
    private static final double DEARLY = 0.0015;

    /** Units up to which prices are taken to the optimum under all rules, what a book should be made of included. */
    static final int SMALL = 5_000;

    /** More units take longer to anneal than the kernel takes to repair a plan rounded from the prices, with few seats. */
    private static final int MOST_ANNEALED = 50_000;

    /** Pricing more seats takes the kernel longer than its search then has: a plan annealed into the bands is as good. */
    private static final int MOST_SEARCHED = 100;

    /** Fewer units are searched to the end, which proves more than prices can. */
    private static final int FEW = 60;

    private static final long LEAST_TRIES = 10_000_000;
    private static final long MOST_OF_ALL = 150_000_000;
    private static final long TRIES_A_UNIT = 2_000;
    private static final long FEW_TRIES_A_UNIT = 500;
    /** Accounts and hundredths of a per cent of its target by which a book is outside on average, where a plan is near. */
    private static final long NEAR = 100;

    /** Of the time left, for the annealing that finds a plan: what brings it inside its bands needs some too. */
    private static final double MOST_OF_TIME = 0.65;

    private static final long TRIES_A_STEP = 200;
    /** Pairs missed by fewer units than this share change next to nothing. */
    private static final double FEW_MISSED = 0.002;
    /** The same for more than {@link #MOST_ANNEALED} units, where one more round costs time that annealing lacks. */
    private static final double FEW_OF_MANY = 0.005;

    private final TerritoryProblem problem;
    private final List<Gauge> gauges;
    private final List<Gauge> firm;
    /** Those with prices of their own before a search. */
    private final List<Gauge> held;

    private final Candidates candidates;
    private final Effort effort;
    private final Progress progress;
    private Duals duals;
    private int[] plan;
    private long steps;
    private final Proven proven;
    private @Nullable Long searched;
    private @Nullable List<List<Part>> parts;
    private final @Nullable Kept kept;

    private Engine(TerritoryProblem problem, Sketch sketch, @Nullable Kept kept, Effort effort, Progress progress) {
        this.problem = problem;
        this.kept = kept;
        this.gauges = Gauge.of(problem);
        this.firm = Gauge.firm(gauges);
        this.held = held(sketch.assignment());
        this.candidates = sketch.candidates();
        this.effort = effort;
        this.progress = progress;
        this.duals = new Duals(problem, gauges, sketch.pricesOf(gauges), 0);
        this.plan = sketch.assignment();
        this.steps = sketch.steps();
        this.proven = new Proven(problem, candidates);
    }

    /** All of a small problem; of a larger one those that are firm, and a mix that the sketch misses dearly. */
    private List<Gauge> held(int[] sketched) {
        if (small()) {
            return gauges;
        }
        var standing = new Standing(problem, sketched);
        double dear = DEARLY * standing.score().cost();
        return gauges.stream()
                .filter(gauge ->
                        !gauge.kind().soft() || standing.missed(gauge.kind().count()) > dear)
                .toList();
    }

    /** Solves on from a sketch; the same problem, sketch and effort give the same outcome. */
    public static Outcome solve(TerritoryProblem problem, Sketch sketch, Effort effort, Progress progress) {
        return new Engine(problem, sketch, null, effort, progress).solve();
    }

    /** The same; the books are kept without a search where prices prove that no plan saves enough. */
    public static Outcome solve(
            TerritoryProblem problem, Sketch sketch, @Nullable Kept kept, Effort effort, Progress progress) {
        return new Engine(problem, sketch, kept, effort, progress).solve();
    }

    private Outcome solve() {
        price();
        if (small() && plan.length >= FEW) {
            exact();
        }
        if (kept != null) {
            candidates.add(kept.assignment());
            if (new Standing(problem, kept.assignment()).score().cost() - bound() <= kept.saving()) {
                plan = kept.assignment();
                return outcome(false);
            }
        }
        limitMoves();
        if (!hopeless()) {
            tighten();
        }
        if (hopeless()) {
            plan = Homing.of(problem, candidates, plan);
            breakLeast();
            return outcome(effort.deadline().over());
        }
        int[] start = start();
        if (start != null && manySeats() && (plan.length > MOST_ANNEALED || feasible(start))) {
            plan = start;
        } else {
            search(start);
        }
        if (tooManyMoves() && duals.moving() > 0 && standing().score().outside() == 0) {
            duals = duals.moving(duals.moving() * DEARER);
            search(plan);
        }
        plan = Homing.of(problem, candidates, plan);
        if (!small()) {
            polish();
        } else if (!feasible(plan)) {
            breakLeast();
        }
        progress.stage("Proving how good the plan is");
        return outcome(effort.deadline().over());
    }

    /** A large plan that keeps all rules gets small changes; the further it is outside, the further it is taken apart. */
    private void polish() {
        PlanScore score = standing().score();
        progress.stage(score.feasible() ? "Trying small changes under all rules" : "Mending the plan under all rules");
        if (score.feasible()) {
            plan = annealing(plan, Annealing.Heat.COOL, FEW_TRIES_A_UNIT, bound());
            return;
        }
        boolean near =
                score.broken() + score.outside() <= NEAR * problem.seats().size();
        if (near) {
            plan = annealing(plan, Annealing.Heat.FIRMER, FEW_TRIES_A_UNIT, bound());
        }
        if (!feasible(plan)) {
            plan = annealing(plan, Annealing.Heat.STIFF, TRIES_A_UNIT, bound());
        }
    }

    /** The kernel looks for plans within rules and bands; where there is none, what it ends with breaks more than it must. */
    private void breakLeast() {
        progress.stage("Looking for the plan that breaks the rules least");
        plan = new LeastBroken(problem, plan, effort.seed()).run(effort.deadline(), progress);
    }

    private Outcome outcome(boolean cutShort) {
        PlanScore score = standing().score();
        if (!score.feasible()) {
            // where no plan exists, prices rise without end: they only tell what is scarcer than what
            return new Outcome(
                    plan,
                    duals.within(Math.max(1, score.cost())),
                    bound(),
                    candidates.narrowed(CORE, duals, plan),
                    steps,
                    cutShort);
        }
        return new Outcome(plan, duals, bound(), candidates.narrowed(CORE, duals, plan), steps, cutShort);
    }

    /** The best of all bounds so far: each set of prices gives one. */
    private long bound() {
        long best = proven.best(duals);
        return searched != null && candidates.complete(problem) ? Math.max(best, searched) : best;
    }

    /** Prices, and candidates for them, in turn. */
    private void price() {
        double few = plan.length * (plan.length > MOST_ANNEALED ? FEW_OF_MANY : FEW_MISSED);
        for (int round = 0; round < PRICING_ROUNDS; round++) {
            rough();
            var pricing = new Pricing(problem, candidates, duals);
            var found = pricing.run();
            proven.note(duals, found.boundCents());
            if (found.missing() <= few) {
                return;
            }
            pricing.join(found);
        }
    }

    /** About the least price of moving at which no more accounts move than may, by bisection. */
    private void limitMoves() {
        if (!tooManyMoves()) {
            return;
        }
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double guess = meanCost() / DEARER_YET;
        for (int round = 0; round < MOVING_ROUNDS && !hopeless(); round++) {
            move(guess);
            if (tooManyMoves()) {
                low = guess;
            } else {
                high = guess;
            }
            guess = Double.isInfinite(high) ? DEARER_YET * low : (low + high) / 2;
        }
        if (tooManyMoves()) {
            move(Double.isFinite(high) ? high : guess);
        }
    }

    /** Whether prices prove that no plan keeps all rules and bands, so that looking for one is no use; small problems only. */
    private boolean hopeless() {
        return small() && proven.none(duals);
    }

    private void move(double price) {
        duals = duals.moving(price);
        rough();
        bound();
    }

    private double meanCost() {
        PlanScore score = standing().score();
        return Math.max(1, score.cost() / (double) plan.length);
    }

    private Standing standing() {
        return new Standing(problem, plan);
    }

    private boolean tooManyMoves() {
        return standing().moved() > problem.mostMoved();
    }

    private boolean manySeats() {
        return problem.seats().size() > MOST_SEARCHED;
    }

    private boolean small() {
        return problem.units().size() <= SMALL;
    }

    /** A plan by the true cost of the rules, for the search to start from; null where it does better without. */
    private int @Nullable [] start() {
        int[] from = kept == null ? plan : kept.assignment();
        if (plan.length > MOST_ANNEALED && !manySeats()) {
            return feasible(from) ? from : null;
        }
        progress.stage("Trying plans under all rules");
        double known = bound();
        progress.found(Double.NaN, known);
        int[] start = annealing(
                from,
                Annealing.Heat.WARM,
                TRIES_A_UNIT,
                known,
                effort.deadline().part(MOST_OF_TIME));
        if (!feasible(start)) {
            progress.stage("Bringing the plan inside its bands");
            start = annealing(start, Annealing.Heat.FIRM, FEW_TRIES_A_UNIT, known);
        }
        if (feasible(start) || !small()) {
            return start;
        }
        start = annealing(from, Annealing.Heat.STIFF, TRIES_A_UNIT, known);
        return feasible(start) ? start : null;
    }

    private boolean feasible(int[] assignment) {
        return new Standing(problem, assignment).score().feasible();
    }

    private int[] annealing(int[] start, Annealing.Heat heat, long triesAUnit, double known) {
        return annealing(start, heat, triesAUnit, known, effort.deadline());
    }

    private int[] annealing(int[] start, Annealing.Heat heat, long triesAUnit, double known, Deadline deadline) {
        long most = Math.min(MOST_OF_ALL, Math.max(LEAST_TRIES, triesAUnit * plan.length));
        long tries = Math.min(most, TRIES_A_STEP * effort.steps() * plan.length);
        var annealing = new Annealing(problem, candidates.narrowed(FEW_SEATS, duals, start), duals, heat);
        return annealing.improve(start, tries, effort.seed(), deadline, progress, cost -> progress.found(cost, known));
    }

    /** Prices at the optimum of the relaxation, where they prove more. */
    private void exact() {
        Duals known = duals;
        int[] rounded = plan;
        long before = proven.at(duals);
        var pass = new Pass(problem, gauges, candidates, duals);
        pass.exact(effort.pricing(), progress);
        keep(pass);
        parts = pass.parts();
        if (proven.at(duals) < before) {
            duals = known;
            plan = rounded;
        }
    }

    /** A better bound than prices of bands alone give; a price of moving came after their optimum. */
    private void tighten() {
        if (parts != null && duals.moving() > 0) {
            exact();
        }
        if (parts != null) {
            var tightening = new Tightening(problem, candidates, duals, meanCost());
            proven.raise(tightening.run(parts, proven.at(duals), effort.pricing(), progress));
            steps += tightening.steps();
        }
    }

    private void rough() {
        var pass = new Pass(problem, held, candidates, duals);
        pass.rough(effort.pricing(), progress);
        keep(pass);
    }

    /** @param from a plan to be kept in mind */
    private void search(int @Nullable [] from) {
        var pass = new Pass(problem, firm, candidates, duals);
        double known = bound();
        var best = new Incumbent(problem);
        if (from != null) {
            best.offer(from);
        }
        pass.search(effort.search(), from, progress, found -> tell(best.offer(found), known));
        keep(pass);
        best.offer(plan);
        plan = best.or(plan);
        searched = pass.boundCents();
        tell(standing().score(), bound());
    }

    private void tell(PlanScore score, double known) {
        progress.found(score.feasible() ? score.cost() : Double.NaN, known);
    }

    private void keep(Pass pass) {
        duals = pass.duals();
        plan = pass.assignment();
        steps += pass.steps();
    }
}
