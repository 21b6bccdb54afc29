package io.fairpatch.plan.start;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;

/**
 * What room costs: a price per seat on potential, work and capped accounts, and one on moving. With any prices, {@link #bound}
 * is a lower bound of the cost of every plan that keeps all bands and caps (weak duality).
 */
public final class Prices {
    private final TerritoryProblem problem;
    final double[] potential;
    final double[] minutes;
    final double[][] caps;
    double moving;

    Prices(TerritoryProblem problem) {
        this.problem = problem;
        int seats = problem.seats().size();
        potential = new double[seats];
        minutes = new double[seats];
        caps = new double[Caps.MEASURES][seats];
    }

    Prices copy() {
        var copy = new Prices(problem);
        System.arraycopy(potential, 0, copy.potential, 0, potential.length);
        System.arraycopy(minutes, 0, copy.minutes, 0, minutes.length);
        for (int measure = 0; measure < caps.length; measure++) {
            System.arraycopy(caps[measure], 0, copy.caps[measure], 0, caps[measure].length);
        }
        copy.moving = moving;
        return copy;
    }

    /** Cents for the room a unit's potential takes at a seat; negative where the seat is short of potential. */
    public double potentialRoom(int unit, int seat) {
        return potential[seat] * problem.units().get(unit).potential();
    }

    /** Cents for the room a unit's work takes at a seat. */
    public double workRoom(int unit, int seat) {
        return minutes[seat] * problem.minutes()[unit][seat];
    }

    /** Cents for the places a unit takes under a seat's caps. */
    public double capRoom(int unit, int seat) {
        if (!problem.seats().get(seat).caps().isOpen()) {
            Unit whole = problem.units().get(unit);
            return caps[0][seat] * whole.accounts()
                    + caps[1][seat] * whole.tier(1)
                    + caps[2][seat] * whole.tier(2)
                    + caps[3][seat] * whole.tier(3);
        }
        return 0;
    }

    /** Cents for the moves a unit takes out of the most that are allowed. */
    public double movingRoom(int unit, int seat) {
        return moving * problem.moved(unit, seat);
    }

    /** Cents one more move is worth; 0 while the limit on moves does not bind. */
    public double moving() {
        return moving;
    }

    /** Cost and room together. */
    public double reducedCost(int unit, int seat) {
        return problem.cost(unit, seat)
                + potentialRoom(unit, seat)
                + workRoom(unit, seat)
                + capRoom(unit, seat)
                + movingRoom(unit, seat);
    }

    /** The option of least reduced cost. */
    int cheapest(Unit unit) {
        int best = unit.options()[0];
        double least = Double.POSITIVE_INFINITY;
        for (int seat : unit.options()) {
            double reduced = reducedCost(unit.index(), seat);
            if (reduced < least) {
                least = reduced;
                best = seat;
            }
        }
        return best;
    }

    /** Lower bound over all options of all units, cents. */
    public double bound() {
        double sum = 0;
        for (Unit unit : problem.units()) {
            sum += reducedCost(unit.index(), cheapest(unit));
        }
        for (Seat seat : problem.seats()) {
            int i = seat.index();
            sum -= room(potential[i], seat.potential()) + room(minutes[i], seat.minutes());
            for (int measure = 0; measure < caps.length; measure++) {
                sum -= caps[measure][i] == 0
                        ? 0
                        : caps[measure][i] * seat.caps().of(measure);
            }
        }
        return sum - moving * problem.mostMoved();
    }

    private static double room(double price, Band band) {
        return price == 0 ? 0 : price * (price > 0 ? band.high() : band.low());
    }
}
