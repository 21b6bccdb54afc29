package io.fairpatch.plan.start;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Raises the dual bound: units choose softly among their candidates by reduced cost, prices follow what is over or under
 * its band, and the choice hardens step by step. Steps have the length of a scale set by the costs (Adam), so that money
 * and minutes need no tuning. Deterministic. Not thread-safe.
 */
public final class Ascent {
    private static final double FIRST_STEP = 0.3;
    private static final double LAST_STEP = 0.0015;
    private static final double FIRST_HEAT = 0.3;
    private static final double LAST_HEAT = 0.003;

    private final TerritoryProblem problem;
    private final Candidates candidates;
    private final double spread;
    private final Loads loads;
    private final Prices prices;
    private final Adam potentialSteps;
    private final Adam minuteSteps;
    private final List<Adam> capSteps;
    private final Adam movingSteps;

    public Ascent(TerritoryProblem problem, Candidates candidates) {
        this.problem = problem;
        this.candidates = candidates;
        int seats = problem.seats().size();
        spread = Math.max(1, spread());
        loads = new Loads(seats);
        prices = new Prices(problem);
        potentialSteps = new Adam(seats);
        minuteSteps = new Adam(seats);
        capSteps = IntStream.range(0, Caps.MEASURES)
                .mapToObj(measure -> new Adam(seats))
                .toList();
        movingSteps = new Adam(1);
    }

    /** Cents by which a unit's mean candidate is dearer than its cheapest, on average: the scale of prices. */
    private double spread() {
        double sum = 0;
        for (int unit = 0; unit < problem.units().size(); unit++) {
            double least = Double.POSITIVE_INFINITY;
            double mean = 0;
            int[] seats = candidates.of(unit);
            for (int seat : seats) {
                double cost = problem.cost(unit, seat);
                least = Math.min(least, cost);
                mean += cost / seats.length;
            }
            sum += mean - least;
        }
        return sum / problem.units().size();
    }

    /** Cents a whole target of a seat is worth: the scale of its prices. */
    public double priceOfTarget() {
        return spread * problem.units().size() / problem.seats().size();
    }

    /** Climbs for a number of iterations and answers the prices reached. */
    public Prices climb(int iterations) {
        for (int i = 0; i < iterations; i++) {
            double done = (double) i / iterations;
            double heat = spread * FIRST_HEAT * Math.pow(LAST_HEAT / FIRST_HEAT, done);
            loads.gather(problem, candidates, prices, heat);
            step(priceOfTarget() * FIRST_STEP * Math.pow(LAST_STEP / FIRST_STEP, done), heat);
        }
        return prices.copy();
    }

    private void step(double length, double heat) {
        double softness = heat * problem.units().size() / problem.seats().size();
        for (Seat seat : problem.seats()) {
            int i = seat.index();
            prices.potential[i] += bandStep(
                    potentialSteps, i, seat.potential(), loads.potential[i], prices.potential[i], length, softness);
            prices.minutes[i] +=
                    bandStep(minuteSteps, i, seat.minutes(), loads.minutes[i], prices.minutes[i], length, softness);
            for (int measure = 0; measure < Caps.MEASURES; measure++) {
                int cap = seat.caps().of(measure);
                if (cap != Caps.NONE) {
                    double load = loads.counted[measure][i];
                    double[] capPrices = prices.caps[measure];
                    capPrices[i] = capped(capSteps.get(measure), i, load, cap, capPrices[i], length);
                }
            }
        }
        double perMove = spread * length / priceOfTarget() * problem.mostMoved();
        prices.moving = capped(movingSteps, 0, loads.moved, problem.mostMoved(), prices.moving, perMove);
    }

    /** The new price of something with an upper end only: never below 0. */
    private static double capped(Adam steps, int i, double load, int cap, double price, double length) {
        double least = Math.max(1, cap);
        return Math.max(0, price + steps.step(i, (load - cap) / least) * length / least);
    }

    /** The step of a band's price: towards the upper end while positive, the lower while negative, smoothed at 0. */
    private static double bandStep(
            Adam steps, int i, Band band, double load, double price, double length, double softness) {
        if (band.isOpen()) {
            return 0;
        }
        double half = (band.high() - band.low()) / 2.0;
        double middle = band.low() + half;
        double wanted = middle + half * Math.tanh(price * half / softness);
        return steps.step(i, (load - wanted) / band.target()) * length / band.target();
    }

    /** Puts every unit's cheapest option by these prices among its candidates, and says whether that added any. */
    public boolean widen(Prices by) {
        boolean added = false;
        for (Unit unit : problem.units()) {
            int seat = by.cheapest(unit);
            if (!candidates.has(unit.index(), seat)) {
                candidates.add(unit.index(), seat);
                added = true;
            }
        }
        return added;
    }

    /** The assignment in which every unit takes its cheapest option; bands may be broken. */
    public int[] assignment(Prices by) {
        return problem.units().stream().mapToInt(by::cheapest).toArray();
    }
}
