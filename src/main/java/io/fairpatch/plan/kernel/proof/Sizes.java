package io.fairpatch.plan.kernel.proof;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Crowd;
import io.fairpatch.plan.kernel.model.Scale;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Says in a person's words that units of some size are too many, or too few, when a set of rules shows it directly. */
final class Sizes {
    private static final int NAMED = 10;

    private Sizes() {}

    /** The sentence, or empty where the rules clash for another reason. */
    static Optional<String> of(AssignmentProblem problem, Collection<Rule> rules) {
        return Crowd.of(Rule.only(problem, rules)).map(crowd -> sentence(problem, crowd));
    }

    private static String sentence(AssignmentProblem problem, Crowd crowd) {
        var shares = crowd.shares().stream().filter(s -> s.count() > 0).toList();
        String units = "%s of at least %s %s"
                .formatted(
                        crowd.units() == 1 ? "1 unit" : crowd.units() + " units",
                        Scale.text(crowd.size()),
                        problem.labels().measures().get(crowd.measure()));
        String agents = names(problem, crowd.shares());
        if (!crowd.tooMany()) {
            return "%s can go to %s, but %s are needed.".formatted(units, agents, each(problem, shares));
        }
        String room = shares.isEmpty() ? "none of them" : "at most " + each(problem, shares);
        return "%s can only go to %s, but there is room for %s.".formatted(units, agents, room);
    }

    /** "3 each, 6 in all", or "2 at r1 and 3 at r2: 5 in all". */
    private static String each(AssignmentProblem problem, List<Crowd.Share> shares) {
        int sum = shares.stream().mapToInt(Crowd.Share::count).sum();
        if (shares.size() == 1) {
            return String.valueOf(sum);
        }
        if (shares.stream().map(Crowd.Share::count).distinct().count() == 1) {
            return "%d each, %d in all".formatted(shares.get(0).count(), sum);
        }
        List<String> counts = shares.stream()
                .map(s -> s.count() + " at " + problem.labels().agents().get(s.agent()))
                .toList();
        return Names.some(counts, NAMED) + ": " + sum + " in all";
    }

    private static String names(AssignmentProblem problem, List<Crowd.Share> shares) {
        return Names.some(
                shares.stream()
                        .map(s -> problem.labels().agents().get(s.agent()))
                        .toList(),
                NAMED);
    }
}
