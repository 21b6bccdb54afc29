package io.fairpatch.plan.problem;

import java.util.List;

/**
 * A whole problem: units go to seats. Immutable.
 *
 * @param pairs what each unit costs and weighs at each seat
 * @param mostMoved accounts that may change their rep
 */
public record TerritoryProblem(List<Unit> units, List<Seat> seats, Pairs pairs, int mostMoved) {
    public TerritoryProblem {
        units = List.copyOf(units);
        seats = List.copyOf(seats);
    }

    /** What it costs a year to give the unit to the seat, cents: travel, lost fit and lost relationships. */
    public long cost(int unit, int seat) {
        return pairs.cents(unit, seat) + units.get(unit).holders().lostAt(seat);
    }

    /** Accounts of the unit that change their rep when it goes to the seat; those without a rep count. */
    public int moved(int unit, int seat) {
        Unit whole = units.get(unit);
        return whole.accounts() - whole.holders().heldBy(seat);
    }

    /** The same problem with other options of its units. */
    public TerritoryProblem withUnits(List<Unit> changed) {
        return new TerritoryProblem(changed, seats, pairs, mostMoved);
    }

    /** The same problem with a band of work for each seat. */
    public TerritoryProblem withMinutes(List<Band> bands) {
        var changed = seats.stream()
                .map(seat -> seat.withMinutes(bands.get(seat.index())))
                .toList();
        return new TerritoryProblem(units, changed, pairs, mostMoved);
    }
}
