package io.fairpatch.plan.start;

import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.Arrays;

/** Cost plus priced violations of an assignment, and how a shift or a swap changes it. Not thread-safe. */
final class Energy {
    /** A violation of a whole target starts this much dearer than the scale of prices. */
    private static final double FIRST = 3;

    private static final double GROWTH = 1.4;

    private final TerritoryProblem problem;
    private final Standing standing;
    private final double[] bandPrice;
    private final double[] capPrice;
    private double movePrice;

    Energy(TerritoryProblem problem, Standing standing, double priceOfTarget) {
        this.problem = problem;
        this.standing = standing;
        int seats = problem.seats().size();
        bandPrice = new double[seats];
        capPrice = new double[seats];
        Arrays.fill(bandPrice, FIRST * priceOfTarget / Band.WHOLE);
        Arrays.fill(capPrice, FIRST * priceOfTarget * seats / problem.units().size());
        movePrice = FIRST * priceOfTarget * seats / problem.units().size();
    }

    Standing standing() {
        return standing;
    }

    /** Violations that last get dearer. */
    void raisePrices() {
        for (int seat = 0; seat < bandPrice.length; seat++) {
            if (standing.outside(seat) > 0) {
                bandPrice[seat] *= GROWTH;
            }
            if (standing.overCaps(seat) > 0) {
                capPrice[seat] *= GROWTH;
            }
        }
        if (standing.moved() > problem.mostMoved()) {
            movePrice *= GROWTH;
        }
    }

    /** Change when the unit goes to the seat. */
    double shift(int unit, int seat) {
        int from = standing.seatOf(unit);
        double before = at(from) + at(seat) + moving(0) + own(unit, from);
        int moved = problem.moved(unit, seat) - problem.moved(unit, from);
        double after =
                with(from, Standing.NOBODY, unit) + with(seat, unit, Standing.NOBODY) + moving(moved) + own(unit, seat);
        return after - before;
    }

    /** Change when two units of different seats trade places. */
    double swap(int unit, int other) {
        int mine = standing.seatOf(unit);
        int theirs = standing.seatOf(other);
        double before = at(mine) + at(theirs) + moving(0) + own(unit, mine) + own(other, theirs);
        int moved = problem.moved(unit, theirs)
                - problem.moved(unit, mine)
                + problem.moved(other, mine)
                - problem.moved(other, theirs);
        double after = with(mine, other, unit)
                + with(theirs, unit, other)
                + moving(moved)
                + own(unit, theirs)
                + own(other, mine);
        return after - before;
    }

    private double at(int seat) {
        return bandPrice[seat] * standing.outside(seat) + capPrice[seat] * standing.overCaps(seat);
    }

    private double with(int seat, int comes, int goes) {
        return bandPrice[seat] * standing.outsideWith(seat, comes, goes)
                + capPrice[seat] * standing.overCapsWith(seat, comes, goes);
    }

    private double moving(int more) {
        return movePrice * Math.max(0, standing.moved() + more - problem.mostMoved());
    }

    private double own(int unit, int seat) {
        return problem.cost(unit, seat);
    }
}
