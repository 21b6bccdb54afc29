package io.fairpatch.plan;

import io.fairpatch.model.Progress;
import io.fairpatch.plan.engine.Effort;
import io.fairpatch.plan.engine.Engine;
import io.fairpatch.plan.engine.Kept;
import io.fairpatch.plan.engine.Sketch;
import io.fairpatch.plan.problem.Holders;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The books as they are, and next to nothing else: accounts without a rep are given out, all others stay. Where this keeps
 * every rule, a plan must save a share of its cost before it is worth the unrest.
 */
final class Keep {
    /** With more accounts to give out than this share, there are no books to keep. */
    private static final double FEW = 0.1;

    private static final int STEPS = 60;

    private Keep() {}

    /** Null where the books can't be kept, or need not be. */
    static @Nullable Kept of(Prepared open, Effort effort) {
        double share = open.input().planning().keepShare();
        TerritoryProblem rest = open.input().levers().ignoreOwners() || share <= 0 ? null : rest(open.problem());
        if (rest == null) {
            return null;
        }
        int[] assignment = assignment(open, rest, effort);
        var problem = WorkBands.keeping(open, assignment);
        var score = new Standing(problem, assignment).score();
        return score.feasible() ? new Kept(assignment, Math.round(share * score.cost())) : null;
    }

    private static int[] assignment(Prepared open, TerritoryProblem rest, Effort effort) {
        if (rest.units().stream().allMatch(unit -> unit.options().length == 1)) {
            return rest.units().stream().mapToInt(unit -> unit.options()[0]).toArray();
        }
        var little = effort.atMost(STEPS);
        var sketch = Sketch.of(rest, little, Progress.NONE);
        var banded = WorkBands.of(open.with(rest), sketch.assignment());
        return Engine.solve(banded, sketch, little, Progress.NONE).assignment();
    }

    /** The problem in which everybody keeps what may be kept; null where much is left over or a book is too large already. */
    private static @Nullable TerritoryProblem rest(TerritoryProblem problem) {
        var units = new ArrayList<Unit>();
        long[] potential = new long[problem.seats().size()];
        int free = 0;
        for (Unit unit : problem.units()) {
            int home = home(unit);
            units.add(home == Unit.FREE ? unit : unit.only(home));
            if (home == Unit.FREE) {
                free += unit.options().length > 1 ? 1 : 0;
            } else {
                potential[home] += unit.potential();
            }
        }
        boolean over = false;
        for (Seat seat : problem.seats()) {
            over |= seat.potential().above(potential[seat.index()]) > 0;
        }
        return over || free > FEW * units.size() ? null : problem.withUnits(units);
    }

    /** The seat that has the whole unit and may keep it. */
    private static int home(Unit unit) {
        Holders holders = unit.holders();
        boolean whole = holders.seats().length == 1 && holders.heldBy(holders.seats()[0]) == unit.accounts();
        return whole && Arrays.binarySearch(unit.options(), holders.seats()[0]) >= 0 ? holders.seats()[0] : Unit.FREE;
    }
}
