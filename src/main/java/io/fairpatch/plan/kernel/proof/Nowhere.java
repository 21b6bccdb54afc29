package io.fairpatch.plan.kernel.proof;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Scale;
import io.fairpatch.plan.kernel.model.Squeeze;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Says in a person's words why two measures of an agent cannot be held together, and which unit that leaves without an
 * agent, when a set of rules shows it directly.
 */
final class Nowhere {
    private static final int NAMED = 3;

    private final AssignmentProblem problem;
    private final Map<Integer, Squeeze> byOption = new TreeMap<>();
    private final List<Squeeze> always = new ArrayList<>();

    private Nowhere(AssignmentProblem problem) {
        this.problem = problem;
        for (var squeeze : Squeeze.of(problem)) {
            if (squeeze.option() < 0) {
                always.add(squeeze);
            } else {
                byOption.putIfAbsent(squeeze.option(), squeeze);
            }
        }
    }

    /** The sentences, or none where the rules clash for another reason. */
    static List<String> of(AssignmentProblem problem, Collection<Rule> rules) {
        var nowhere = new Nowhere(Rule.only(problem, rules));
        if (!nowhere.always.isEmpty()) {
            return List.of(nowhere.always(nowhere.always.get(0)));
        }
        return IntStream.range(0, problem.units())
                .mapToObj(nowhere::unit)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(List.of());
    }

    private String always(Squeeze squeeze) {
        int agent = squeeze.upper() / problem.measures();
        List<String> certain = IntStream.range(0, problem.units())
                .filter(u -> isCertain(u, agent))
                .mapToObj(u -> problem.labels().units().get(u))
                .toList();
        String with = certain.isEmpty() ? "" : "With " + Names.some(certain, NAMED) + ", which can go nowhere else, ";
        return with + sums(squeeze);
    }

    private boolean isCertain(int unit, int agent) {
        int from = problem.first(unit);
        int option = problem.pin(unit) >= 0 ? problem.pin(unit) : from;
        return problem.agent(option) == agent && (problem.pin(unit) >= 0 || problem.first(unit + 1) - from == 1);
    }

    /** What happens wherever a unit goes; empty when there is an agent where these rules allow it. */
    private Optional<List<String>> unit(int unit) {
        if (problem.pin(unit) >= 0 || problem.first(unit + 1) - problem.first(unit) < 2) {
            return Optional.empty();
        }
        List<String> why = new ArrayList<>();
        List<String> agents = new ArrayList<>();
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            var reason = reason(unit, e);
            if (reason.isEmpty()) {
                return Optional.empty();
            }
            why.add(reason.get());
            agents.add(problem.labels().agents().get(problem.agent(e)));
        }
        String name = problem.labels().units().get(unit);
        List<String> sentences = new ArrayList<>(List.of(
                "%s can only go to %s, and none of them can take it.".formatted(name, Names.some(agents, NAMED))));
        sentences.addAll(why.subList(0, Math.min(NAMED, why.size())));
        if (why.size() > NAMED) {
            sentences.add("So it is with the other %d.".formatted(why.size() - NAMED));
        }
        return Optional.of(sentences);
    }

    private Optional<String> reason(int unit, int option) {
        String name = problem.labels().units().get(unit);
        var squeeze = byOption.get(option);
        if (squeeze != null) {
            return Optional.of("With %s, %s".formatted(name, sums(squeeze)));
        }
        int band = problem.agent(option) * problem.measures();
        return IntStream.range(0, problem.measures())
                .filter(k -> problem.load(option, k) > problem.high(band + k))
                .mapToObj(k -> "%s brings %s %s, but %s has room for %s."
                        .formatted(
                                name,
                                Scale.text(problem.load(option, k)),
                                problem.labels().measures().get(k),
                                problem.labels().agents().get(problem.agent(option)),
                                Scale.text(problem.high(band + k))))
                .findFirst();
    }

    private String sums(Squeeze squeeze) {
        var measures = problem.labels().measures();
        return "%s cannot reach %s %s with less than %s %s, but there is room for %s."
                .formatted(
                        problem.labels().agents().get(squeeze.lower() / problem.measures()),
                        Scale.text(problem.low(squeeze.lower())),
                        measures.get(squeeze.lower() % problem.measures()),
                        Scale.text(squeeze.least()),
                        measures.get(squeeze.upper() % problem.measures()),
                        Scale.text(problem.high(squeeze.upper())));
    }
}
