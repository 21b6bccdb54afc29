package io.fairpatch.plan.kernel.proof;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Crowd;
import io.fairpatch.plan.kernel.model.Squeeze;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Clashes that one look shows, without a search:
 *
 * <ul>
 *   <li>pins and single options that overfill a band, or take away what it needs; the fewest pins that do are those with the
 *       largest loads;
 *   <li>ends of two measures of an agent that it cannot hold at once ({@link Squeeze});
 *   <li>units that are too many or too few by their sizes ({@link Crowd});
 *   <li>a unit that breaks an end of a band, or one of two, wherever it goes;
 *   <li>all units together against all agents ({@link Totals}).
 * </ul>
 *
 * <p>One pass over the options for the units, one sort a band of its pins, and what {@link Squeeze} and {@link Crowd} take.
 */
final class Direct {
    private final AssignmentProblem problem;
    private final long[] least;
    private final long[] most;
    private final List<List<Pull>> pulls = new ArrayList<>();
    private final Map<Integer, Squeeze> squeezed = new HashMap<>();

    /** How a pin narrows the range of a band's total: the least rises, the most falls. */
    private record Pull(int unit, long up, long down) {}

    private Direct(AssignmentProblem problem) {
        this.problem = problem;
        this.least = new long[problem.bands()];
        this.most = new long[problem.bands()];
        for (int i = 0; i < least.length; i++) {
            pulls.add(new ArrayList<>());
        }
        for (int u = 0; u < problem.units(); u++) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                for (int k = 0; k < problem.measures(); k++) {
                    add(u, e, problem.agent(e) * problem.measures() + k, problem.load(e, k));
                }
            }
        }
    }

    private void add(int unit, int option, int band, long load) {
        boolean only = problem.first(unit + 1) - problem.first(unit) == 1;
        long low = only ? load : Math.min(0, load);
        long high = only ? load : Math.max(0, load);
        least[band] += low;
        most[band] += high;
        if (!only && problem.pin(unit) >= 0 && load != 0) {
            long pinned = problem.pin(unit) == option ? load : 0;
            pulls.get(band).add(new Pull(unit, pinned - low, high - pinned));
        }
    }

    /** The smallest such clash, or empty when none shows. */
    static Optional<List<Rule>> of(AssignmentProblem problem) {
        var direct = new Direct(problem);
        var unpinned = unpinned(problem);
        List<List<Rule>> found = new ArrayList<>();
        for (int i = 0; i < problem.bands(); i++) {
            direct.overfull(i).ifPresent(found::add);
            direct.starved(i).ifPresent(found::add);
        }
        direct.squeeze(unpinned, found);
        crowd(unpinned).ifPresent(found::add);
        for (int u = 0; u < problem.units(); u++) {
            direct.homeless(u).ifPresent(found::add);
        }
        for (int k = 0; k < problem.measures(); k++) {
            Totals.clash(unpinned, k).ifPresent(found::add);
        }
        return found.stream().min(Comparator.comparingInt(List::size));
    }

    private static AssignmentProblem unpinned(AssignmentProblem problem) {
        int[] none = new int[problem.units()];
        Arrays.fill(none, -1);
        return problem.withPins(none);
    }

    /** Agents that cannot hold two ends at once, and the options with which they cannot. */
    private void squeeze(AssignmentProblem unpinned, List<List<Rule>> found) {
        for (var squeeze : Squeeze.of(unpinned)) {
            if (squeeze.option() < 0) {
                found.add(rules(squeeze));
            } else {
                squeezed.putIfAbsent(squeeze.option(), squeeze);
            }
        }
    }

    /** Units of some size that are too many or too few. */
    private static Optional<List<Rule>> crowd(AssignmentProblem unpinned) {
        return Crowd.of(unpinned).map(crowd -> crowd.shares().stream()
                .flatMap(share -> Stream.of(
                        new Rule(Rule.Kind.AT_LEAST, share.lower()), new Rule(Rule.Kind.AT_MOST, share.upper())))
                .filter(rule -> rule.index() >= 0)
                .toList());
    }

    private static List<Rule> rules(Squeeze squeeze) {
        return List.of(new Rule(Rule.Kind.AT_LEAST, squeeze.lower()), new Rule(Rule.Kind.AT_MOST, squeeze.upper()));
    }

    private Optional<List<Rule>> overfull(int band) {
        long room = problem.high(band);
        if (room == AssignmentProblem.OPEN_HIGH) {
            return Optional.empty();
        }
        var sorted = pulls.get(band).stream()
                .sorted(Comparator.comparingLong(Pull::up).reversed())
                .toList();
        List<Rule> rules = new ArrayList<>(List.of(new Rule(Rule.Kind.AT_MOST, band)));
        long sum = least[band];
        for (int at = 0; sum <= room && at < sorted.size(); at++) {
            sum += sorted.get(at).up();
            rules.add(new Rule(Rule.Kind.PINNED, sorted.get(at).unit()));
        }
        return sum > room ? Optional.of(rules) : Optional.empty();
    }

    private Optional<List<Rule>> starved(int band) {
        long need = problem.low(band);
        if (need == AssignmentProblem.OPEN_LOW) {
            return Optional.empty();
        }
        var sorted = pulls.get(band).stream()
                .sorted(Comparator.comparingLong(Pull::down).reversed())
                .toList();
        List<Rule> rules = new ArrayList<>(List.of(new Rule(Rule.Kind.AT_LEAST, band)));
        long sum = most[band];
        for (int at = 0; sum >= need && at < sorted.size(); at++) {
            sum -= sorted.get(at).down();
            rules.add(new Rule(Rule.Kind.PINNED, sorted.get(at).unit()));
        }
        return sum < need ? Optional.of(rules) : Optional.empty();
    }

    /** A unit each of whose options breaks a band by itself, or one of two. */
    private Optional<List<Rule>> homeless(int unit) {
        Set<Rule> rules = new LinkedHashSet<>();
        int pin = problem.pin(unit);
        if (pin >= 0 && problem.first(unit + 1) - problem.first(unit) > 1) {
            rules.add(new Rule(Rule.Kind.PINNED, unit));
        }
        for (int e = problem.first(unit); e < problem.first(unit + 1); e++) {
            if (pin < 0 || pin == e) {
                var broken = broken(unit, e);
                if (broken.isEmpty()) {
                    return Optional.empty();
                }
                rules.addAll(broken);
            }
        }
        return Optional.of(List.copyOf(rules));
    }

    private List<Rule> broken(int unit, int option) {
        boolean only = problem.first(unit + 1) - problem.first(unit) == 1;
        for (int k = 0; k < problem.measures(); k++) {
            int band = problem.agent(option) * problem.measures() + k;
            long load = problem.load(option, k);
            if (least[band] + (only ? 0 : Math.max(0, load)) > problem.high(band)) {
                return List.of(new Rule(Rule.Kind.AT_MOST, band));
            }
            if (most[band] + (only ? 0 : Math.min(0, load)) < problem.low(band)) {
                return List.of(new Rule(Rule.Kind.AT_LEAST, band));
            }
        }
        var both = squeezed.get(option);
        return both == null ? List.of() : rules(both);
    }
}
