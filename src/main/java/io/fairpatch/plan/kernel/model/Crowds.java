package io.fairpatch.plan.kernel.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Looks for units of some size that are too many or too few, which no sum of loads shows: three units of 70 for two agents
 * with room for 110 each, or three agents that each need a large one of two.
 *
 * <p>For the set B of the units from some size on, the numbers j of them that an agent may have follow from its ends of one
 * measure or of two ({@link Heads}); between the least and the most of them the agents have to share B out
 * ({@link Housing}). With all units above {@code high / (m + 1)} at most m fit (a cover cut: Balas, Facets of the knapsack
 * polytope, 1975), and a gap in the sizes parts the units that count from those that don't; so B is tried at the largest
 * gaps and at these parts of the smallest, the middle and the largest upper end, at all sizes where those are few. A set
 * costs O(options x pairs of ends), and O(units x options) in the worst case to share it out; so the number of sets is
 * limited where options are many.
 */
final class Crowds {
    private static final int FEW = 80;
    private static final int GAPS = 12;
    private static final int PARTS = 12;
    private static final long MOST_WORK = 4_000_000;

    private final AssignmentProblem problem;
    private final Heads heads;
    private long looks = MOST_WORK;

    Crowds(AssignmentProblem problem) {
        this.problem = problem;
        this.heads = new Heads(problem);
    }

    Optional<Crowd> find() {
        if (problem.units() == 0 || !heads.any()) {
            return Optional.empty();
        }
        long sets = MOST_WORK / Math.max(1, heads.work());
        for (int k = 0; k < problem.measures(); k++) {
            if (!heads.concern(k)) {
                continue;
            }
            int measure = k;
            long[] size = IntStream.range(0, problem.units())
                    .mapToLong(u -> heads.size(u, measure))
                    .toArray();
            for (long from : cuts(k, size)) {
                var crowd = sets-- > 0 && looks >= 0 ? crowd(k, size, from) : Optional.<Crowd>empty();
                if (crowd.isPresent()) {
                    return crowd;
                }
            }
        }
        return Optional.empty();
    }

    /** The sizes to try as the least of a set. */
    private TreeSet<Long> cuts(int measure, long[] size) {
        long[] sorted = Arrays.stream(size).distinct().sorted().toArray();
        var cuts = new TreeSet<Long>(List.of(sorted[0]));
        if (sorted.length <= FEW) {
            Arrays.stream(sorted).forEach(cuts::add);
            return cuts;
        }
        IntStream.range(1, sorted.length)
                .boxed()
                .sorted((a, b) -> Long.compare(sorted[b] - sorted[b - 1], sorted[a] - sorted[a - 1]))
                .limit(GAPS)
                .forEach(i -> cuts.add(sorted[i]));
        long[] ends = IntStream.range(0, problem.agents())
                .mapToLong(a -> problem.high(a * problem.measures() + measure))
                .filter(high -> high != AssignmentProblem.OPEN_HIGH)
                .sorted()
                .toArray();
        for (int part = 2; part <= PARTS && ends.length > 0; part++) {
            cut(cuts, sorted, ends[0] / part + 1);
            cut(cuts, sorted, ends[ends.length / 2] / part + 1);
            cut(cuts, sorted, ends[ends.length - 1] / part + 1);
        }
        return cuts;
    }

    /** Adds the least size that is at least this large, so that each set is tried once. */
    private static void cut(TreeSet<Long> cuts, long[] sorted, long from) {
        int found = Arrays.binarySearch(sorted, from);
        int at = found < 0 ? -found - 1 : found;
        if (at < sorted.length) {
            cuts.add(sorted[at]);
        }
    }

    private Optional<Crowd> crowd(int measure, long[] size, long from) {
        boolean[] members = new boolean[size.length];
        int[] listed =
                IntStream.range(0, size.length).filter(u -> size[u] >= from).toArray();
        Arrays.stream(listed).forEach(u -> members[u] = true);
        heads.count(members);
        if (Arrays.stream(listed).noneMatch(heads::held) && !heads.asked()) {
            return Optional.empty();
        }
        int[][] agentsOf = Arrays.stream(listed).mapToObj(heads::agents).toArray(int[][]::new);
        var housing = new Housing(agentsOf, problem.agents(), looks);
        int[] overrun = housing.overrun(heads.most());
        int[] agents = overrun == null ? housing.starved(heads.least()) : overrun;
        looks = housing.looks();
        if (agents == null) {
            return Optional.empty();
        }
        boolean many = overrun != null;
        boolean[] inside = new boolean[problem.agents()];
        Arrays.stream(agents).forEach(a -> inside[a] = true);
        int[] counted = IntStream.range(0, listed.length)
                .filter(i -> many
                        ? Arrays.stream(agentsOf[i]).allMatch(a -> inside[a])
                        : Arrays.stream(agentsOf[i]).anyMatch(a -> inside[a]))
                .map(i -> listed[i])
                .toArray();
        var shares = Arrays.stream(agents).mapToObj(a -> heads.share(a, many)).toList();
        long least = Arrays.stream(counted).mapToLong(u -> size[u]).min().orElse(from);
        return Optional.of(new Crowd(measure, least, counted.length, many, shares));
    }
}
