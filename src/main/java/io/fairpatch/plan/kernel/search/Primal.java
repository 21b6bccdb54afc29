package io.fairpatch.plan.kernel.search;

import io.fairpatch.plan.kernel.exact.Breach;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Incumbent;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Plan;
import io.fairpatch.plan.kernel.model.Reduced;
import io.fairpatch.plan.kernel.model.Workers;
import io.fairpatch.plan.kernel.price.Dive;
import io.fairpatch.plan.kernel.price.Prices;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Leads the search for plans: core search with soft bands, repair, large-neighbourhood search. One round is one step;
 * in a round every part is searched on its own with its own stream of random numbers, so that the outcome depends on
 * seed and step alone.
 */
public final class Primal {
    private static final int ANNEAL_ROUNDS = 40;
    private static final int COLD_ROUNDS = 4;
    private static final int ENOUGH_PLANS = 4;
    private static final int ROAMING = 2;
    private static final double FIRMNESS = 4;
    private static final double WIDEST = 25;
    /** Of what is broken in all: how much more may be broken on the way, at first. */
    private static final double STRAYING = 0.05;

    private static final int SOFT_ROUNDS = 60;
    private static final int FIRM_ROUNDS = 40;
    private static final double FIRMEST = 30;
    private static final int SOFT_GRANTS = 100;
    private static final int RENEWED_EVERY = 30;
    private static final int RENEWED_AGENTS = 12;
    private static final int RENEWED_SOFT_ROUNDS = 40;
    private static final int RENEWED_FIRM_ROUNDS = 30;
    private static final int RENEWED_REPAIR_ROUNDS = 20;
    private static final int RENEWED_HARD_ROUNDS = 30;
    private static final Pressure FAST = new Pressure(1.6, true, true, 4);
    private static final Pressure GENTLE = new Pressure(1.2, false, false, 1.7);
    /** What a band broken by ever so little costs the repair at least, as a part of the spread. */
    private static final double FELT = 0.01;

    /** What is left of a cycle's first temperature at its end. */
    private static final double COOLED = 0.02;

    private static final long NODES_A_SWING = 60_000;
    private static final long NODES_A_ROUND = 400_000;

    private final Reduced reduced;
    private final AssignmentProblem problem;
    private final Prices prices;
    private final Workers workers;
    private final Pace pace;
    private final Plan plan;
    private final Books books;
    private final Incumbent incumbent;
    private final Tuning tuning;
    private Weights weights;
    private Core core;
    private final Relinking relinking;
    private @Nullable Islands islands;
    private boolean relinked;

    private int stale;
    private int rounds;
    private Weights swinging;
    private boolean @Nullable [] focus;
    private boolean renews;
    /** What a millionth outside any band costs in every second cycle, where no plan keeps them all; else 0. */
    private double breach;
    /** The parts of all rounds while they are not drawn anew each time. */
    private @Nullable Parts borders;

    public Primal(Reduced reduced, Prices prices, Workers workers, Pace pace, Plan start) {
        this.reduced = reduced;
        this.problem = reduced.problem();
        this.prices = prices;
        this.workers = workers;
        this.pace = pace;
        this.plan = start.copy();
        this.books = new Books(problem, plan);
        this.incumbent = new Incumbent(start);
        this.tuning = Tuning.of(problem, prices.spread());
        this.weights = Weights.of(reduced, prices);
        this.core = core(1);
        this.relinking = new Relinking(reduced, prices.best(), workers);
        this.swinging = Weights.of(reduced, prices);
    }

    /** Whether the search of so many units goes round by chains too. */
    public static boolean roams(int units, int agents) {
        return Tuning.roams(units, agents);
    }

    private Core core(double wider) {
        int most = wider > 20 ? tuning.allOptions() : tuning.options();
        var width = new Core.Width(tuning.regret() * wider, most, (int) Math.min(1_000, tuning.perAgentCore() * wider));
        return Core.of(problem, prices.best(), width);
    }

    public Incumbent incumbent() {
        return incumbent;
    }

    /**
     * A second start, from shares whose large units were rounded ({@link Dive}), between soft bands, where that pays; the
     * better plan stays. It takes four times as long as the first, so that one comes first. Its repair weighs bands anew: those
     * hardest to make firm have grown so dear that units would be sent anywhere to mend them.
     */
    public void startSoftly(int repairRounds) {
        if (tuning.softens()) {
            begin(Rounding.of(reduced, Dive.of(reduced, prices, workers, pace)));
            weights = Weights.of(reduced, prices);
            annealSoftly(SOFT_ROUNDS, FIRM_ROUNDS);
            weights = Weights.of(reduced, prices);
            repair(repairRounds, GENTLE);
        }
    }

    /** Makes the search renew its plan from time to time ({@link #renew}) where bands soften and rounds stay short. */
    public void renews() {
        renews = tuning.renews();
    }

    /**
     * Makes the search look for the plan that breaks the bands least, where none keeps them all: with every option, and in
     * every second cycle with the same price on each band. Bands that grow dearer while they are broken, as in the cycles
     * between, lead to a plan within them, and where there is none only from one broken band to another.
     */
    public void breaksLeast() {
        breach = Breach.price(reduced);
        core = core(WIDEST);
    }

    /**
     * The soft start once more, from the best plan and inside parts of a dozen agents whose borders stay where they are, so
     * that of each part the better of both outcomes can be kept ({@link Parts#better}). Whole plans of two starts differ by
     * little, since what one has won here it has lost there.
     */
    void renew() {
        begin(incumbent.plan());
        var drawn = Parts.grow(problem, core, books, random(), Math.max(1, problem.agents() / RENEWED_AGENTS));
        borders = drawn;
        weights = Weights.of(reduced, prices);
        annealSoftly(RENEWED_SOFT_ROUNDS, RENEWED_FIRM_ROUNDS);
        weights = Weights.of(reduced, prices);
        repair(RENEWED_REPAIR_ROUNDS, GENTLE);
        for (int round = 0; round < RENEWED_HARD_ROUNDS && pace.begin(); round++) {
            explore(
                    even(Double.POSITIVE_INFINITY),
                    tuning.warm() * Math.pow(COOLED, round / (double) RENEWED_HARD_ROUNDS),
                    NODES_A_ROUND);
        }
        borders = null;
        incumbent.offer(drawn.better(problem, incumbent.plan(), plan));
        begin(incumbent.plan());
    }

    /**
     * Core search between bands that are soft at first, each at its own price: regrets settle while loads stray, and loads
     * come back as bands grow firm ({@link PricedBands}). Exact search of pieces then brings most bands inside while they
     * grow dearer than their prices, and leaves the repair so little that it may go gently.
     */
    void annealSoftly(int softRounds, int firmRounds) {
        core = Core.of(problem, prices.best(), new Core.Width(tuning.regret(), 2 * tuning.options(), SOFT_GRANTS));
        var bands = new PricedBands(reduced, prices.best(), weights.times(1));
        var energy = Energy.priced(problem, prices.best(), bands);
        for (int round = 0; round < softRounds && pace.begin(); round++) {
            double way = round / (softRounds - 1.0);
            bands.grow(way);
            sweep(energy, tuning.mild(way), null);
        }
        for (int round = 0; round < firmRounds && pace.begin(); round++) {
            explore(weights.times(Math.pow(FIRMEST, round / (double) firmRounds)), 0, NODES_A_ROUND);
            weights.raise(plan, 1.05);
        }
        core = core(1);
    }

    /** Core search: Metropolis moves while temperature falls and bands harden. */
    public void anneal() {
        for (int round = 0; round < ANNEAL_ROUNDS && pace.begin(); round++) {
            double way = Math.min(1, round / (double) (ANNEAL_ROUNDS - COLD_ROUNDS));
            double temperature = tuning.hot() * Math.pow(tuning.cold() / tuning.hot(), way);
            double beta = round >= ANNEAL_ROUNDS - COLD_ROUNDS ? 1_000 : 4 * Math.pow(5, way);
            sweep(Energy.stiff(problem, weights, beta), temperature, null);
        }
    }

    /**
     * Breakout: bands still broken grow dearer each round, and only agents within a few hops of them move: by sweeps at
     * nearly no temperature and by exact search of soft pieces in turn. The core widens when that does not settle it.
     */
    public void repair(int rounds) {
        repair(rounds, FAST);
    }

    /**
     * How a repair presses.
     *
     * @param dearer factor by which a broken band grows dearer each round
     * @param felt whether a band broken by ever so little counts at once
     * @param sweeps whether sweeps take turns with the search of pieces: they find a plan where there is little left to
     *     choose from, and leave more regret
     * @param wider factor by which the core's regrets widen every twenty rounds: the wider, the sooner a plan, and the more
     *     units end far from home, where no later round gets them back from
     */
    private record Pressure(double dearer, boolean felt, boolean sweeps, double wider) {}

    private void repair(int rounds, Pressure pressure) {
        double felt = pressure.felt() ? FELT * prices.spread() : 0;
        int broken = weights.raise(plan, 1);
        for (int round = 0; round < rounds && broken > 0 && pace.begin(); round++) {
            if (round > 0 && round % 20 == 0) {
                core = core(Math.pow(pressure.wider(), round / 20));
            }
            focus = marked(1 + round / 2 % 3);
            if (pressure.sweeps() && round % 2 == 0) {
                sweep(Energy.stiff(problem, weights, FIRMNESS), tuning.cold(), focus);
            } else {
                explore(weights.times(FIRMNESS), 0, NODES_A_ROUND);
            }
            broken = weights.press(plan, pressure.dearer(), felt);
        }
        focus = null;
        core = core(1);
    }

    private boolean[] marked(int hops) {
        boolean[] marked = new boolean[problem.agents()];
        for (int i = 0; i < problem.bands(); i++) {
            marked[i / problem.measures()] |= weights.broken(plan, i);
        }
        for (int hop = 0; hop < hops; hop++) {
            boolean[] wider = marked.clone();
            for (int a = 0; a < marked.length; a++) {
                for (int m = 0; marked[a] && m < books.size(a); m++) {
                    int unit = books.unit(a, m);
                    for (int at = core.first(unit); at < core.first(unit + 1); at++) {
                        wider[problem.agent(core.option(at))] = true;
                    }
                }
            }
            marked = wider;
        }
        return marked;
    }

    private void sweep(Energy energy, double temperature, boolean @Nullable [] marked) {
        var context = new Sweep.Context(problem, core, books, energy);
        round((parts, part, random) -> {
            var sweep = new Sweep(context, parts, part, temperature, random);
            int[] units = sweep.units(marked);
            sweep.run(units, units.length * tuning.triesPerUnit());
        });
    }

    /**
     * One round of large-neighbourhood search from the best plan; hard bands once a plan holds them all. False when the
     * pace has ended or so many rounds brought nothing that no other is likely to ({@link Tuning#patience}).
     */
    public boolean improve() {
        if (stale >= tuning.patience(breach > 0) || !pace.begin()) {
            return false;
        }
        if (islands == null && tuning.roams()) {
            islands = new Islands(reduced, prices, incumbent.plan(), workers);
        }
        stale++;
        if (islands != null && pace.steps() % ROAMING != 0) {
            roam(islands);
            return true;
        }
        if (relinking.size() >= ENOUGH_PLANS && rounds % 2 == 0 && !relinked) {
            relinked = true;
            relink();
            return true;
        }
        relinked = false;
        if (renews && incumbent.feasible() && rounds % RENEWED_EVERY == RENEWED_EVERY - 1) {
            rounds++;
            renew();
            return true;
        }
        int round = rounds % tuning.cycle();
        boolean swing = tuning.swings() && incumbent.feasible() && rounds / tuning.cycle() % 2 == 1;
        rounds++;
        if (round == 0) {
            begin(cycleStart());
        } else if (incumbent.feasible() && !swing && plan.violation() > 0) {
            begin(incumbent.plan());
        }
        if (swing) {
            swing();
        } else {
            explore(penalties(), temperature(round), NODES_A_ROUND);
        }
        return true;
    }

    private void begin(Plan from) {
        plan.set(from);
        books.refill();
        swinging = Weights.of(reduced, prices);
    }

    /** The best plan; in every second pair of cycles any good one, where agents have few units and good plans differ. */
    private Plan cycleStart() {
        if (tuning.swings() && plan.violation() == 0) {
            relinking.keep(plan);
        }
        boolean other = relinking.size() > 1 && rounds / tuning.cycle() % 4 > 1;
        return other ? relinking.any(random()) : incumbent.plan();
    }

    private void roam(Islands wandering) {
        for (var found : wandering.round(random())) {
            if (found.feasible()) {
                relinking.keep(found.plan());
            }
            stale = incumbent.offer(found.plan()) ? 0 : stale;
        }
    }

    private void relink() {
        for (var better : relinking.round(random())) {
            stale = incumbent.offer(better) ? 0 : stale;
        }
    }

    private SplittableRandom random() {
        return new SplittableRandom(pace.seed() * 0x9E3779B97F4A7C15L + pace.steps());
    }

    private void explore(double[] penalties, double temperature, long nodes) {
        var scene = new Neighbourhood.Scene(reduced, core, books, prices.best(), focus);
        var shape = new Neighbourhood.Shape(
                tuning.agents(pace.steps()), tuning.freeUnits(), tuning.nodes(), temperature, penalties);
        round((parts, part, random) ->
                new Neighbourhood(scene, parts, part, shape, random).run(nodes * Parts.count(problem) / parts.count()));
    }

    /**
     * Strategic oscillation: soft bands whose weights rise where they are broken and fall when none is, so that the plan
     * crosses the edge of the bands again and again.
     */
    private void swing() {
        explore(swinging.times(1), 0, NODES_A_SWING);
        swinging.swing(plan, 1.2, 0.8);
    }

    /** Each cycle of rounds starts from the best plan, warm, and cools down. */
    private double temperature(int round) {
        double first = level() ? STRAYING * breach * incumbent.violation() : tuning.warm();
        return first * Math.pow(COOLED, round / (double) tuning.cycle());
    }

    /** Whether this cycle looks for the plan that breaks the bands least. */
    private boolean level() {
        return breach > 0 && !incumbent.feasible() && rounds / tuning.cycle() % 2 == 0;
    }

    private double[] penalties() {
        if (incumbent.feasible()) {
            focus = null;
            return even(Double.POSITIVE_INFINITY);
        }
        if (level()) {
            focus = null;
            return even(breach);
        }
        double[] penalties = weights.times(FIRMNESS);
        focus = weights.press(plan, 1.2, FELT * prices.spread()) > 0 ? marked(1 + rounds % 4) : null;
        return penalties;
    }

    private double[] even(double price) {
        double[] penalties = new double[problem.bands()];
        Arrays.fill(penalties, price);
        return penalties;
    }

    private void round(PartTask task) {
        var random = random();
        var parts = borders == null ? Parts.grow(problem, core, books, random) : borders;
        SplittableRandom[] streams = new SplittableRandom[parts.count()];
        Arrays.setAll(streams, p -> random.split());
        workers.run(parts.count(), p -> task.run(parts, p, streams[p]));
        stale = incumbent.offer(plan) ? 0 : stale;
    }

    private interface PartTask {
        void run(Parts parts, int part, SplittableRandom random);
    }
}
