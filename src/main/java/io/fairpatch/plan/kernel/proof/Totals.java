package io.fairpatch.plan.kernel.proof;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * All units together against all agents, pins left aside: of one measure they bring more than the agents they can go to may
 * have, or less than some agents need. One pass over the options and a sort of the lower ends.
 */
final class Totals {
    /** Of all that is summed up: what adding doubles may be off by. */
    private static final double ROUNDING = 1e-9;

    private final AssignmentProblem problem;
    private final int measure;
    private final boolean[] reached;
    private long least;
    private long most;

    private Totals(AssignmentProblem problem, int measure) {
        this.problem = problem;
        this.measure = measure;
        this.reached = new boolean[problem.agents()];
        for (int u = 0; u < problem.units(); u++) {
            long small = Long.MAX_VALUE;
            long large = 0;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                reached[problem.agent(e)] = true;
                small = Math.min(small, problem.load(e, measure));
                large = Math.max(large, problem.load(e, measure));
            }
            least += small;
            most += large;
        }
    }

    /** The ends of a measure's bands that clash with its total. */
    static Optional<List<Rule>> clash(AssignmentProblem problem, int measure) {
        var totals = new Totals(problem, measure);
        return totals.tooMuch().or(totals::tooLittle);
    }

    private double margin() {
        return ROUNDING * (Math.abs((double) least) + most);
    }

    private Optional<List<Rule>> tooMuch() {
        int[] upper = bands().filter(i -> reached[i / problem.measures()]).toArray();
        double room = Arrays.stream(upper)
                .mapToDouble(i ->
                        problem.high(i) == AssignmentProblem.OPEN_HIGH ? Double.POSITIVE_INFINITY : problem.high(i))
                .sum();
        return least > room + margin() ? Optional.of(rules(Rule.Kind.AT_MOST, Arrays.stream(upper))) : Optional.empty();
    }

    /** The fewest agents that together need more than there is, whatever the others get. */
    private Optional<List<Rule>> tooLittle() {
        int[] order = bands().boxed()
                .sorted(Comparator.comparingLong((Integer i) -> problem.low(i)).reversed())
                .mapToInt(i -> i)
                .toArray();
        double need = 0;
        for (int taken = 0; taken < order.length && problem.low(order[taken]) > 0; taken++) {
            need += problem.low(order[taken]);
            if (need > most + margin()) {
                return Optional.of(rules(Rule.Kind.AT_LEAST, Arrays.stream(order, 0, taken + 1)));
            }
        }
        return Optional.empty();
    }

    private IntStream bands() {
        return IntStream.range(0, problem.agents()).map(a -> a * problem.measures() + measure);
    }

    private static List<Rule> rules(Rule.Kind kind, IntStream bands) {
        return bands.sorted().mapToObj(i -> new Rule(kind, i)).toList();
    }
}
