package io.fairpatch.plan.kernel;

import io.fairpatch.plan.kernel.exact.BookSearch;
import io.fairpatch.plan.kernel.exact.WholeSearch;
import io.fairpatch.plan.kernel.knapsack.WholeBooks;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Crowd;
import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Solution;
import io.fairpatch.plan.kernel.model.Status;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.ExactBound;
import io.fairpatch.plan.kernel.price.Grain;
import io.fairpatch.plan.kernel.price.Prices;
import io.fairpatch.plan.kernel.price.Pricing;
import io.fairpatch.plan.kernel.proof.Clash;
import io.fairpatch.plan.kernel.search.Primal;
import io.fairpatch.plan.kernel.search.Rounding;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of the optimiser, stage after stage; each stage stops where the pace ends. */
final class Run {
    /** So few units are searched to the end. */
    static final int TINY = 16;

    private static final int TINY_PRICING_STEPS = 150;
    private static final int SMALL = 400;
    private static final int EXPLAINED = 60;
    private static final int MANY = 60;
    private static final int LARGE = 50_000;
    private static final int REPAIR_ROUNDS = 60;
    private static final int ROUNDS_BEFORE_TREE = 20;
    private static final int TREE_STEPS = 40;
    private static final long NARROW = 300;
    /** Of a plan's cost: what is worth telling. */
    private static final double NOTABLE = 1e-4;

    private static final int BOOKS = 8;
    private static final List<String> SEARCHED = List.of(
            "Every plan was ruled out by searching them all; no smaller set of rules is known to clash by itself.",
            "Maybe widen a band: the violations below show where the nearest plan is short.");

    private final AssignmentProblem given;
    private final Warm warm;
    private final Workers workers;
    private final Pace pace;
    private final Consumer<int[]> better;
    private double told = Double.POSITIVE_INFINITY;
    private boolean hopeless;
    private boolean crowded;
    private final Reduced reduced;
    private boolean proven;
    private boolean settled;
    private boolean within;
    /** Whether the plan given to start from is nearer to the bands than what the prices give: then it is not taken apart. */
    private boolean near;

    private List<String> why = List.of();
    private Prices prices;
    private long bound;
    private @Nullable Incumbent best;
    private @Nullable LeastBreach breach;

    /** @param better takes plans within the bands, each notably cheaper than the one before */
    Run(AssignmentProblem given, Warm warm, Workers workers, Pace pace, Consumer<int[]> better) {
        this.given = given;
        this.warm = warm;
        this.workers = workers;
        this.pace = pace;
        this.better = better;
        var tight = Presolve.reduce(given);
        this.hopeless = tight == null || tight.contradictory();
        this.reduced = tight == null || hopeless ? Presolve.pinsOnly(given) : tight;
        this.prices = Prices.none(given.bands());
    }

    Solution solve() {
        pace.stage("Pricing the bands");
        prices = priced();
        bound = ExactBound.of(reduced, prices.best());
        hopeless |= bound > Pricing.dearest(reduced.problem());
        pace.stage("Looking for a plan");
        var primal = new Primal(reduced, prices, workers, pace, start());
        if (hopeless) {
            explain(primal);
        } else {
            search(primal);
        }
        keep(primal, reduced);
        if (proven) {
            breach().finish(found());
        }
        return answer();
    }

    /** A tiny problem is searched to its end with any prices: settling them to the last digit must not use up its steps. */
    private Prices priced() {
        long most = given.units() <= TINY ? TINY_PRICING_STEPS : Long.MAX_VALUE / 2;
        return pace.within(most, () -> Pricing.run(reduced, warm.prices(), workers, pace));
    }

    private Plan start() {
        var first = new Incumbent(Rounding.of(reduced, prices));
        if (warm.choice() != null) {
            near = first.offer(new Plan(reduced.problem(), reduced.fromGiven(warm.choice())));
        }
        return first.plan();
    }

    private void search(Primal primal) {
        int units = reduced.problem().units();
        if (units <= TINY && settle(primal)) {
            return;
        }
        boolean anneals = !near && !roundedWell();
        if (anneals) {
            primal.anneal();
        }
        primal.repair(REPAIR_ROUNDS);
        if (!primal.incumbent().feasible() && (units <= SMALL || !pace.over()) && mayClash()) {
            explain(primal);
        }
        if (!proven) {
            announce(primal.incumbent());
            if (anneals) {
                primal.startSoftly(2 * REPAIR_ROUNDS);
            }
            if (!near) {
                primal.renews();
            }
            improve(primal);
        }
    }

    /** Whether a proof is worth looking for: where the relaxation has a solution only counting or searching can give one. */
    private boolean mayClash() {
        int units = reduced.problem().units();
        if (units <= EXPLAINED || (units < LARGE && !prices.covers())) {
            return true;
        }
        crowded = units < LARGE && Crowd.of(reduced.problem()).isPresent();
        return crowded;
    }

    /**
     * Whether annealing is not worth its time before the repair: the plan to start from is rounded from a solution of the
     * relaxation, which shares out at most as many units as bands are tight, a small part where each agent has many; and
     * there are so many units that annealing takes longer than repairing. On fewer the annealed plan ends nearer to the
     * optimum: 0.17 against 0.25 % on 20,000 units in 15 s.
     */
    private boolean roundedWell() {
        int units = reduced.problem().units();
        return units >= LARGE && units >= MANY * reduced.problem().agents();
    }

    /** Rounds of local search; a small problem is searched to its end beside them, for as long as it has no plan. */
    private void improve(Primal primal) {
        var incumbent = primal.incumbent();
        announce(incumbent);
        var books = WholeBooks.of(reduced, prices.best(), workers, pace);
        var tree = books == null && WholeSearch.fits(reduced.problem(), SMALL)
                ? new WholeSearch(reduced, prices.best(), pace)
                : null;
        long grain = Grain.of(reduced.problem()).grain();
        var whole = books == null && BookSearch.fits(reduced.problem())
                ? new BookSearch(reduced, prices.best(), workers)
                : null;
        for (int round = 0, steps = 0; !closed(incumbent) && round(primal, books, round); round++) {
            if (whole != null && closes(whole, incumbent, round)) {
                settled(primal);
                return;
            }
            boolean now =
                    incumbent.feasible() ? round >= roundsBeforeTree(incumbent) && steps < TREE_STEPS : round % 2 == 1;
            if (tree != null && now) {
                steps++;
                if (tree.close(incumbent, grain, 1)) {
                    settled(primal);
                    return;
                }
            }
            announce(incumbent);
        }
    }

    /**
     * One round by whole books where that suits, seven in eight once there is a plan; else of local search.
     */
    private boolean round(Primal primal, @Nullable WholeBooks books, int round) {
        var incumbent = primal.incumbent();
        if (books == null || !incumbent.feasible() || round % BOOKS == 0) {
            return primal.improve();
        }
        if (!pace.begin()) {
            return false;
        }
        books.round(incumbent);
        bound = Math.max(bound, books.bound());
        return true;
    }

    /** Raises the bound in turns with local search; true once it is known that no plan is cheaper. */
    private boolean closes(BookSearch search, Incumbent incumbent, int round) {
        boolean now = incumbent.feasible() && round >= ROUNDS_BEFORE_TREE && round % search.turns() == 0;
        if (!now || !pace.begin()) {
            return false;
        }
        search.round(incumbent);
        bound = Math.max(bound, Math.min(search.bound(), incumbent.cost()));
        return search.done();
    }

    /** Says once that there is a plan, so that a person who watches knows what stopping now would leave, and tells it. */
    private void announce(Incumbent incumbent) {
        if (incumbent.feasible() && incumbent.cost() < told - NOTABLE * Math.abs(incumbent.cost())) {
            told = incumbent.cost();
            better.accept(reduced.toGiven(incumbent.plan().choices()));
        }
        if (!within && incumbent.feasible()) {
            within = true;
            pace.stage("Improving the plan");
        }
    }

    /** A tree fixes options by the gap, so it has to be narrow, or the problem small, for the tree to be worth its time. */
    private int roundsBeforeTree(Incumbent incumbent) {
        boolean narrow = incumbent.cost() - bound <= Math.abs(incumbent.cost()) / NARROW;
        return narrow || given.units() <= EXPLAINED ? ROUNDS_BEFORE_TREE : 10 * ROUNDS_BEFORE_TREE;
    }

    /** Searches a small problem to its end; says whether it is settled. */
    private boolean settle(Primal primal) {
        var incumbent = primal.incumbent();
        long grain = Grain.of(reduced.problem()).grain();
        boolean done = new WholeSearch(reduced, prices.best(), pace).cheapest(incumbent, grain, TREE_STEPS);
        if (done) {
            settled(primal);
        }
        return done;
    }

    private void settled(Primal primal) {
        settled = primal.incumbent().feasible();
        proven = !settled;
        if (proven) {
            why = SEARCHED;
            explain(primal);
        }
    }

    private void explain(Primal primal) {
        keep(primal, reduced);
        boolean known = hopeless || crowded;
        if (known || proven) {
            breach().begin(found());
        }
        var clash = Clash.find(
                given, workers, pace, new Clash.Known(known, hopeless ? prices.best() : null), () -> breach().begin(
                                found()));
        proven |= known || clash.isPresent();
        clash.ifPresent(sentences -> why = sentences);
    }

    private LeastBreach breach() {
        if (breach == null) {
            breach = new LeastBreach(given, prices, workers, pace);
        }
        return breach;
    }

    private void keep(Primal primal, Reduced of) {
        var plan = new Plan(given, of.toGiven(primal.incumbent().plan().choices()));
        if (best == null) {
            best = new Incumbent(plan);
        }
        best.offer(plan);
    }

    private Incumbent found() {
        return Objects.requireNonNull(best, "a plan is kept before it is asked for");
    }

    private boolean closed(Incumbent incumbent) {
        return incumbent.feasible() && incumbent.cost() <= bound;
    }

    private Solution answer() {
        var incumbent = found();
        var status = incumbent.feasible() ? Status.FEASIBLE : proven ? Status.INFEASIBLE : Status.UNKNOWN;
        Long least = status == Status.INFEASIBLE ? null : Long.valueOf(settled ? incumbent.cost() : bound);
        return new Solution(
                status,
                incumbent.plan().choices(),
                incumbent.cost(),
                least,
                prices.best(),
                incumbent.plan().violations(),
                pace.steps(),
                status == Status.UNKNOWN ? unknown() : why);
    }

    private static List<String> unknown() {
        return List.of("No plan within all bands was found, and no proof that there is none. Maybe give it more time.");
    }
}
