package io.fairpatch.plan.rules;

import io.fairpatch.plan.problem.Seat;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;

/** Two units of different seats trade places. */
final class Exchange extends AbstractMove<TerritoryPlan> {
    private static final String SEAT = "seat";

    private final Placement one;
    private final Placement other;

    Exchange(Placement one, Placement other) {
        this.one = one;
        this.other = other;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<TerritoryPlan> director) {
        Seat mine = one.seat();
        Seat theirs = other.seat();
        return mine.index() != theirs.index()
                && one.candidates().contains(theirs)
                && other.candidates().contains(mine);
    }

    @Override
    protected AbstractMove<TerritoryPlan> createUndoMove(ScoreDirector<TerritoryPlan> director) {
        return new Exchange(other, one);
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<TerritoryPlan> director) {
        Seat mine = one.seat();
        Seat theirs = other.seat();
        director.beforeVariableChanged(one, SEAT);
        one.setSeat(theirs);
        director.afterVariableChanged(one, SEAT);
        director.beforeVariableChanged(other, SEAT);
        other.setSeat(mine);
        director.afterVariableChanged(other, SEAT);
    }

    @Override
    public String toString() {
        return one + " <-> " + other;
    }
}
