package io.fairpatch.plan;

import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import java.util.Arrays;

/**
 * How the reps of a group share its work: by capacity; but who has few accounts by rule is only counted on for the work that
 * as many usual accounts bring along, and what is left goes to the others, by capacity again.
 */
final class WorkShares {
    private final double[] shares;

    private WorkShares(double[] shares) {
        this.shares = shares;
    }

    /** @param standing any plan: it tells how many accounts each group has */
    static WorkShares of(TerritoryProblem problem, Roster roster, Standing standing) {
        double[] shares = new double[roster.size()];
        for (Seat seat : problem.seats()) {
            shares[seat.index()] = roster.share(seat.index(), roster.group(seat.index()));
        }
        problem.seats().stream()
                .map(seat -> roster.group(seat.index()))
                .distinct()
                .forEach(group -> fill(group, problem, roster, standing, shares));
        return new WorkShares(shares);
    }

    /**
     * A seat's part of the work of its group, 0 for one without target. The parts may sum to more than 1: who has few
     * accounts may still take a full share, since these may be the ones that take much work.
     */
    double of(int seat) {
        return shares[seat];
    }

    private static void fill(
            String group, TerritoryProblem problem, Roster roster, Standing standing, double[] shares) {
        int[] seats = problem.seats().stream()
                .mapToInt(Seat::index)
                .filter(seat -> shares[seat] > 0 && roster.group(seat).equals(group))
                .toArray();
        double accounts =
                Math.max(1, Arrays.stream(seats).map(standing::accounts).sum());
        double[] most = Arrays.stream(seats)
                .mapToDouble(seat -> most(problem.seats().get(seat).caps()) / accounts)
                .toArray();
        double[] filled =
                filled(Arrays.stream(seats).mapToDouble(seat -> shares[seat]).toArray(), most);
        for (int at = 0; at < seats.length; at++) {
            shares[seats[at]] = Math.max(shares[seats[at]], filled[at]);
        }
    }

    private static double most(Caps caps) {
        return caps.most() == Caps.NONE ? Double.POSITIVE_INFINITY : caps.most();
    }

    /** Shares that sum to 1, in proportion to those wanted and none above its most; above all alike where there is no other way. */
    static double[] filled(double[] wanted, double[] most) {
        double[] filled = wanted.clone();
        boolean[] full = new boolean[wanted.length];
        for (boolean changed = true; changed; ) {
            double rest = 1;
            double free = 0;
            for (int at = 0; at < full.length; at++) {
                rest -= full[at] ? most[at] : 0;
                free += full[at] ? 0 : wanted[at];
            }
            changed = false;
            for (int at = 0; at < full.length; at++) {
                filled[at] = full[at] ? most[at] : wanted[at] * Math.max(0, rest) / free;
                boolean over = filled[at] > most[at];
                changed |= over;
                full[at] |= over;
            }
        }
        double sum = Arrays.stream(filled).sum();
        return sum == 0
                ? wanted
                : Arrays.stream(filled).map(share -> share / sum).toArray();
    }
}
