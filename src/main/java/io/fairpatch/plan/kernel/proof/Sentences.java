package io.fairpatch.plan.kernel.proof;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Says in a person's words which rules clash, and where it is a matter of sums, which sums. */
final class Sentences {
    private static final int NAMED = 10;

    private Sentences() {}

    static List<String> of(AssignmentProblem problem, List<Rule> rules, boolean cutShort) {
        List<String> why = new ArrayList<>();
        why.add(rules.isEmpty() ? "The units' own options leave no plan." : head(rules.size()));
        why.addAll(Said.of(problem, rules));
        why.addAll(because(problem, rules));
        if (cutShort) {
            why.add("Time ran out while looking for the smallest set, so some of these rules may be innocent.");
        }
        return why;
    }

    private static List<String> because(AssignmentProblem problem, List<Rule> rules) {
        var sum = sums(problem, rules);
        if (sum.isPresent()) {
            return List.of(sum.get());
        }
        var nowhere = Nowhere.of(problem, rules);
        return nowhere.isEmpty() ? Sizes.of(problem, rules).stream().toList() : nowhere;
    }

    private static String head(int count) {
        return count == 1 ? "This rule cannot hold:" : "These %d rules cannot hold together:".formatted(count);
    }

    private static Optional<String> sums(AssignmentProblem problem, List<Rule> rules) {
        if (rules.size() == 2 && endsOfOneBand(rules.get(0), rules.get(1))) {
            return between(problem, rules);
        }
        if (rules.size() > 1 && rules.stream().skip(1).allMatch(r -> r.kind() == Rule.Kind.PINNED)) {
            return pinned(problem, rules);
        }
        if (oneKind(problem, rules, Rule.Kind.AT_MOST)) {
            return Optional.of(most(problem, rules));
        }
        return oneKind(problem, rules, Rule.Kind.AT_LEAST) ? least(problem, rules) : Optional.empty();
    }

    /** One upper end that pins overfill: what they bring together. */
    private static Optional<String> pinned(AssignmentProblem problem, List<Rule> rules) {
        int band = rules.get(0).index();
        if (rules.get(0).kind() != Rule.Kind.AT_MOST) {
            return Optional.empty();
        }
        long sum = 0;
        for (var rule : rules.subList(1, rules.size())) {
            int option = problem.pin(rule.index());
            boolean here = problem.agent(option) == band / problem.measures();
            sum += here ? problem.load(option, band % problem.measures()) : 0;
        }
        return Optional.of("The pinned units alone bring %s to %s, where there is room for %s."
                .formatted(Scale.text(sum), problem.bandName(band), Scale.text(problem.high(band))));
    }

    private static boolean endsOfOneBand(Rule one, Rule other) {
        return one.index() == other.index()
                && one.kind() != other.kind()
                && one.kind() != Rule.Kind.PINNED
                && other.kind() != Rule.Kind.PINNED;
    }

    /** Both ends of one band clash where no total lies between them: says which totals are nearest. */
    private static Optional<String> between(AssignmentProblem problem, List<Rule> ends) {
        int upper = ends.get(0).kind() == Rule.Kind.AT_MOST ? 0 : 1;
        var below = Presolve.reduce(Rule.only(problem, List.of(ends.get(upper))));
        var above = Presolve.reduce(Rule.only(problem, List.of(ends.get(1 - upper))));
        int band = ends.get(0).index();
        if (below == null || above == null || below.contradictory() || above.contradictory()) {
            return Optional.empty();
        }
        long most = below.high()[band];
        long least = above.low()[band];
        return most >= least
                ? Optional.empty()
                : Optional.of("No units together bring a %s in between: %s."
                        .formatted(problem.bandName(band), nearest(problem, band, most, least)));
    }

    /** An end that no total is known to lie beyond is not called one. */
    private static String nearest(AssignmentProblem problem, int band, long most, long least) {
        if (least <= problem.high(band)) {
            return "those that stay within %s bring at most %s"
                    .formatted(Scale.text(problem.high(band)), Scale.text(most));
        }
        if (most >= problem.low(band)) {
            return "those that reach %s bring at least %s".formatted(Scale.text(problem.low(band)), Scale.text(least));
        }
        return "the nearest are %s and %s".formatted(Scale.text(most), Scale.text(least));
    }

    private static boolean oneKind(AssignmentProblem problem, List<Rule> rules, Rule.Kind kind) {
        return !rules.isEmpty()
                && rules.stream().allMatch(r -> r.kind() == kind)
                && rules.stream()
                                .map(r -> r.index() % problem.measures())
                                .distinct()
                                .count()
                        == 1;
    }

    private static String most(AssignmentProblem problem, List<Rule> rules) {
        var inside = agents(problem, rules);
        int k = rules.get(0).index() % problem.measures();
        int[] bound = IntStream.range(0, problem.units())
                .filter(u -> options(problem, u).allMatch(e -> inside[problem.agent(e)]))
                .toArray();
        String who = units(bound.length) + " can only go to " + names(problem, rules);
        long sum = IntStream.range(0, problem.units())
                .mapToLong(u -> options(problem, u)
                        .mapToLong(e -> inside[problem.agent(e)] ? problem.load(e, k) : 0)
                        .min()
                        .orElse(0))
                .sum();
        long room = rules.stream().mapToLong(r -> problem.high(r.index())).sum();
        if (sum > room) {
            return "%s and bring at least %s %s, but there is room for %s."
                    .formatted(who, Scale.text(sum), measure(problem, k), Scale.text(room));
        }
        return IntStream.of(bound)
                .filter(u -> options(problem, u)
                        .allMatch(e -> problem.load(e, k) > problem.high(problem.agent(e) * problem.measures() + k)))
                .mapToObj(u -> "%s can only go to %s and is too large for each of them."
                        .formatted(problem.labels().units().get(u), names(problem, rules)))
                .findFirst()
                .or(() -> Sizes.of(problem, rules))
                .orElse(who + "; there is room for their sum, but no way to share them out fits.");
    }

    private static IntStream options(AssignmentProblem problem, int unit) {
        return IntStream.range(problem.first(unit), problem.first(unit + 1));
    }

    private static Optional<String> least(AssignmentProblem problem, List<Rule> rules) {
        var inside = agents(problem, rules);
        int k = rules.get(0).index() % problem.measures();
        int count = 0;
        long sum = 0;
        for (int u = 0; u < problem.units(); u++) {
            long largest = Long.MIN_VALUE;
            boolean reaches = false;
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                reaches |= inside[problem.agent(e)];
                largest = Math.max(largest, inside[problem.agent(e)] ? problem.load(e, k) : 0);
            }
            count += reaches ? 1 : 0;
            sum += largest;
        }
        long need = rules.stream().mapToLong(r -> problem.low(r.index())).sum();
        if (sum >= need) {
            return Optional.empty();
        }
        return Optional.of("%s can go to %s and bring at most %s %s, but %s is needed."
                .formatted(
                        units(count), names(problem, rules), Scale.text(sum), measure(problem, k), Scale.text(need)));
    }

    private static String units(int count) {
        return count == 1 ? "1 unit" : count + " units";
    }

    private static boolean[] agents(AssignmentProblem problem, List<Rule> rules) {
        boolean[] inside = new boolean[problem.agents()];
        rules.forEach(r -> inside[r.index() / problem.measures()] = true);
        return inside;
    }

    private static String measure(AssignmentProblem problem, int k) {
        return problem.labels().measures().get(k);
    }

    private static String names(AssignmentProblem problem, List<Rule> rules) {
        return Names.some(
                rules.stream()
                        .map(r -> problem.labels().agents().get(r.index() / problem.measures()))
                        .distinct()
                        .toList(),
                NAMED);
    }
}
