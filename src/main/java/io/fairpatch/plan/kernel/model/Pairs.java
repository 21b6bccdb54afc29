package io.fairpatch.plan.kernel.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the lower end of one measure and the upper end of another ask of an agent together. Of its units some are there for
 * certain, every other one may come; with x_e whether option e is taken,
 *
 * <pre>sum_e v_e x_e >= low,   sum_e w_e x_e &lt;= high</pre>
 *
 * <p>An option {@code rests} where it costs least w: in for {@code w < 0}, or {@code w = 0} and {@code v > 0}, else out. To
 * turn it the other way costs {@code c = |w|} and gains {@code g}, v or -v, of what the resting options lack; only turns
 * with {@code g > 0} are worth it, and {@link Relaxation} says from below what {@code n} of them cost, f(n). So with n
 * lacking and r the room above the resting options, both ends can be held only if {@code f(n) <= r}; option e can be turned
 * only if {@code c_e + f(n - g_e) <= r} with f without e, and left at rest only if {@code f(n) <= r} with f without e. What
 * may not be taken is struck out, what must be taken strikes out the unit's other options. Dual to this, and the same: an
 * agent that cannot keep below {@code high} without falling below {@code low}.
 *
 * <p>O(options) for each pair of measures, to find the agents of which a pair of ends may ask anything at all ({@link
 * Screen}). Only their options are gathered, and of those agents only the ones whose largest option could matter, with f
 * bounded from above by taking the same part of every item, need a sort and a binary search an option. What is found so
 * holds for the options as they were: once one is struck out, the agents still to come are all gathered.
 */
final class Pairs {
    private final AssignmentProblem problem;
    private final Alive alive;
    private final Ends ends;
    private final int[] start;
    private final int[] option;
    private final int[] unit;
    private boolean struck;

    private Pairs(AssignmentProblem problem, Alive alive, Ends ends, boolean[] asked) {
        this.problem = problem;
        this.alive = alive;
        this.ends = ends;
        this.start = new int[problem.agents() + 1];
        for (int e = 0; e < problem.options(); e++) {
            start[problem.agent(e) + 1] += asked[problem.agent(e)] && alive.is(e) ? 1 : 0;
        }
        for (int a = 0; a < asked.length; a++) {
            start[a + 1] += start[a];
        }
        this.option = new int[start[asked.length]];
        this.unit = new int[start[asked.length]];
        fill(asked);
    }

    private void fill(boolean[] asked) {
        int[] next = start.clone();
        for (int u = 0; u < problem.units(); u++) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                if (asked[problem.agent(e)] && alive.is(e)) {
                    int at = next[problem.agent(e)]++;
                    option[at] = e;
                    unit[at] = u;
                }
            }
        }
    }

    /** Strikes out what no plan can have; false when no plan exists. */
    static boolean narrow(AssignmentProblem problem, Alive alive, Ends ends) {
        boolean[] asked = Screen.mayBind(problem, alive, ends);
        var pairs = new Pairs(problem, alive, ends, asked);
        boolean screened = true;
        for (int a = 0; a < asked.length; a++) {
            if (screened && pairs.struck) {
                Arrays.fill(asked, a, asked.length, true);
                pairs = new Pairs(problem, alive, ends, asked);
                screened = false;
            }
            if (asked[a] && !pairs.narrow(a)) {
                return false;
            }
        }
        return true;
    }

    private boolean narrow(int agent) {
        return each(agent, (lower, upper, turns) -> conclude(upper, turns));
    }

    /** The pairs of ends that clash by themselves or as soon as the agent gets one option, with the pins as they are. */
    static List<Squeeze> squeezes(AssignmentProblem problem) {
        long[] low = IntStream.range(0, problem.bands()).mapToLong(problem::low).toArray();
        long[] high =
                IntStream.range(0, problem.bands()).mapToLong(problem::high).toArray();
        var alive = new Alive(problem);
        var ends = new Ends(Reach.of(problem, alive), low, high);
        var pairs = new Pairs(problem, alive, ends, Screen.mayBind(problem, alive, ends));
        List<Squeeze> found = new ArrayList<>();
        for (int a = 0; a < problem.agents(); a++) {
            pairs.each(a, (lower, upper, turns) -> pairs.note(lower, upper, turns, found));
        }
        return found;
    }

    private boolean note(int lower, int upper, Turns turns, List<Squeeze> found) {
        long least = turns.weigh();
        if (least > ends.high()[upper]) {
            found.add(new Squeeze(lower, upper, -1, least));
            return true;
        }
        for (int t = 0; t < turns.size(); t++) {
            if (turns.least(t, true) > ends.high()[upper]) {
                found.add(new Squeeze(lower, upper, option[turns.source(t)], turns.least(t, true)));
            }
        }
        return true;
    }

    /** What follows from two ends whose items may matter; false to stop. */
    private interface Conclusion {
        boolean of(int lower, int upper, Turns turns);
    }

    private boolean each(int agent, Conclusion conclusion) {
        int measures = problem.measures();
        var turns = new Turns(start[agent + 1] - start[agent]);
        for (int pair = 0; pair < measures * measures; pair++) {
            int lower = agent * measures + pair / measures;
            int upper = agent * measures + pair % measures;
            if (lower != upper && ends.needs(lower) && ends.limits(upper)) {
                fill(turns, lower, upper);
                if (turns.mayBind() && !conclusion.of(lower, upper, turns)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void fill(Turns turns, int lower, int upper) {
        turns.begin(ends.low()[lower], ends.high()[upper]);
        int agent = lower / problem.measures();
        for (int i = start[agent]; i < start[agent + 1]; i++) {
            if (alive.is(option[i])) {
                long v = problem.load(option[i], lower % problem.measures());
                long w = problem.load(option[i], upper % problem.measures());
                turns.add(i, v, w, alive.count(unit[i]) == 1);
            }
        }
    }

    private boolean conclude(int upper, Turns turns) {
        if (turns.weigh() > ends.high()[upper]) {
            return false;
        }
        for (int t = 0; t < turns.size(); t++) {
            boolean in = turns.least(t, true) <= ends.high()[upper];
            boolean out = turns.least(t, false) <= ends.high()[upper];
            int u = unit[turns.source(t)];
            int e = option[turns.source(t)];
            if (!in && alive.is(e)) {
                alive.kill(u, e);
                struck = true;
            } else if (!out && alive.is(e)) {
                alive.take(u, e);
                struck = true;
            }
            if (alive.count(u) == 0 || (!in && !out)) {
                return false;
            }
        }
        return true;
    }
}
