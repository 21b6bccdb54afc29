package io.fairpatch.plan.kernel.proof;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Scale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What rules ask for, without whom of: those that ask the same of several are said in one sentence.
 *
 * @param what the measure of a band, or the agent of pins
 * @param amount the end of the band, or 0
 */
record Said(Rule.Kind kind, int what, long amount) {

    /** A sentence for each thing that is asked for, with the names of all it is asked of. */
    static List<String> of(AssignmentProblem problem, List<Rule> rules) {
        Map<Said, List<String>> whom = rules.stream()
                .collect(Collectors.groupingBy(
                        rule -> of(problem, rule),
                        LinkedHashMap::new,
                        Collectors.mapping(rule -> whom(problem, rule), Collectors.toList())));
        return whom.entrySet().stream()
                .map(entry -> entry.getKey().sentence(problem, entry.getValue()))
                .toList();
    }

    private static Said of(AssignmentProblem problem, Rule rule) {
        int at = rule.index();
        return switch (rule.kind()) {
            case AT_MOST -> new Said(rule.kind(), at % problem.measures(), problem.high(at));
            case AT_LEAST -> new Said(rule.kind(), at % problem.measures(), problem.low(at));
            case PINNED -> new Said(rule.kind(), problem.agent(problem.pin(at)), 0);
        };
    }

    private static String whom(AssignmentProblem problem, Rule rule) {
        return rule.kind() == Rule.Kind.PINNED
                ? problem.labels().units().get(rule.index())
                : problem.labels().agents().get(rule.index() / problem.measures());
    }

    private String sentence(AssignmentProblem problem, List<String> whom) {
        boolean several = whom.size() > 1;
        String names = Names.all(whom);
        if (kind == Rule.Kind.PINNED) {
            return "%s %s pinned to %s."
                    .formatted(
                            names,
                            several ? "are" : "is",
                            problem.labels().agents().get(what));
        }
        return "%s of %s %s%s be at %s %s."
                .formatted(
                        problem.labels().measures().get(what),
                        names,
                        kind == Rule.Kind.AT_MOST ? "may" : "must",
                        several ? " each" : "",
                        kind == Rule.Kind.AT_MOST ? "most" : "least",
                        Scale.text(amount));
    }
}
