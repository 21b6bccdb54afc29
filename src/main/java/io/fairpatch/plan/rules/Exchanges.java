package io.fairpatch.plan.rules;

import io.fairpatch.plan.problem.Seat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;

/** Draws exchanges between units that could each go where the other is: most random pairs could not. */
public class Exchanges implements MoveIteratorFactory<TerritoryPlan, Exchange> {
    private static final int TRIES = 20;

    private List<Placement> free = List.of();
    private Map<Integer, List<Placement>> reach = Map.of();

    @Override
    public void phaseStarted(ScoreDirector<TerritoryPlan> director) {
        free = director.getWorkingSolution().placements().stream()
                .filter(placement -> placement.candidates().size() > 1)
                .toList();
        reach = new HashMap<>();
        for (Placement placement : free) {
            for (Seat seat : placement.candidates()) {
                reach.computeIfAbsent(seat.index(), key -> new ArrayList<>()).add(placement);
            }
        }
    }

    @Override
    public long getSize(ScoreDirector<TerritoryPlan> director) {
        return (long) free.size() * free.size();
    }

    @Override
    public Iterator<Exchange> createOriginalMoveIterator(ScoreDirector<TerritoryPlan> director) {
        throw new UnsupportedOperationException("Exchanges are drawn at random only");
    }

    @Override
    public Iterator<Exchange> createRandomMoveIterator(ScoreDirector<TerritoryPlan> director, Random random) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return free.size() > 1;
            }

            @Override
            public Exchange next() {
                return draw(random);
            }
        };
    }

    private Exchange draw(Random random) {
        Placement one = free.get(random.nextInt(free.size()));
        List<Placement> others = reach.getOrDefault(one.seat().index(), free);
        Placement other = one;
        for (int i = 0; i < TRIES; i++) {
            other = others.get(random.nextInt(others.size()));
            if (other.seat().index() != one.seat().index() && one.candidates().contains(other.seat())) {
                break;
            }
        }
        return new Exchange(one, other);
    }
}
