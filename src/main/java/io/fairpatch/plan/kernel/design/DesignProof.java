package io.fairpatch.plan.kernel.design;

import io.fairpatch.model.Counts;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Scale;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Necessary conditions for a drawing, each with its sentence: enough areas, bands that the total and single areas allow,
 * and for every connected component a number of territories whose bands fit its load.
 */
final class DesignProof {
    private final DesignProblem problem;
    private final List<String> why = new ArrayList<>();

    private DesignProof(DesignProblem problem) {
        this.problem = problem;
    }

    /** Sentences that prove that no drawing exists; empty when these conditions all hold. */
    static List<String> whyNot(DesignProblem problem) {
        var proof = new DesignProof(problem);
        if (problem.size() < problem.territories()) {
            proof.why.add("%d territories cannot be drawn from %s, as each needs an area for its centre."
                    .formatted(problem.territories(), Counts.of(problem.size(), "area", "areas")));
            return proof.why;
        }
        for (int k = 0; k < problem.measures().size(); k++) {
            proof.total(k);
            proof.single(k);
            proof.fixed(k);
            proof.grain(k);
        }
        if (problem.contiguous()) {
            proof.components();
            proof.severed();
        }
        return proof.why;
    }

    private void total(int k) {
        long sum = 0;
        for (int a = 0; a < problem.size(); a++) {
            sum += problem.load(a, k);
        }
        if (tooMuch(k, sum, problem.territories())) {
            why.add("All areas together have %s %s, but %d territories of at most %s hold only %s."
                    .formatted(
                            Scale.text(sum),
                            name(k),
                            problem.territories(),
                            Scale.text(problem.high()[k]),
                            times(problem.high()[k])));
        }
        if (tooLittle(k, sum, problem.territories())) {
            why.add("All areas together have %s %s, but %d territories of at least %s need %s."
                    .formatted(
                            Scale.text(sum),
                            name(k),
                            problem.territories(),
                            Scale.text(problem.low()[k]),
                            times(problem.low()[k])));
        }
    }

    private String times(long end) {
        return Scale.decimal(end)
                .multiply(BigDecimal.valueOf(problem.territories()))
                .toPlainString();
    }

    private void single(int k) {
        for (int a = 0; a < problem.size() && nonNegative(k); a++) {
            if (tooMuch(k, problem.load(a, k), 1)) {
                why.add("Area %s alone has %s %s, more than the %s a territory may have."
                        .formatted(
                                problem.areas().get(a),
                                Scale.text(problem.load(a, k)),
                                name(k),
                                Scale.text(problem.high()[k])));
                return;
            }
        }
    }

    private void fixed(int k) {
        long[] sum = new long[problem.territories()];
        for (int a = 0; a < problem.size(); a++) {
            if (problem.fixed()[a] >= 0) {
                sum[problem.fixed()[a]] += problem.load(a, k);
            }
        }
        for (int t = 0; t < sum.length && nonNegative(k); t++) {
            if (tooMuch(k, sum[t], 1)) {
                why.add("The areas fixed to territory %d have %s %s, more than the %s a territory may have."
                        .formatted(t, Scale.text(sum[t]), name(k), Scale.text(problem.high()[k])));
                return;
            }
        }
    }

    /** Totals of whole areas are multiples of what all areas' loads are multiples of. */
    private void grain(int k) {
        var grain = BigInteger.ZERO;
        for (int a = 0; a < problem.size(); a++) {
            grain = grain.gcd(BigInteger.valueOf(problem.load(a, k)));
        }
        long unit = grain.longValue();
        long low = problem.low()[k];
        long high = problem.high()[k];
        boolean open = low == AssignmentProblem.OPEN_LOW || high == AssignmentProblem.OPEN_HIGH;
        if (unit > 0 && !open && Math.floorDiv(high, unit) * unit < low) {
            why.add("Every area's %s is a multiple of %s, and no such number lies between %s and %s."
                    .formatted(name(k), Scale.text(unit), Scale.text(low), Scale.text(high)));
        }
    }

    private void components() {
        int[] component = problem.neighbours().components();
        int count = 0;
        for (int c : component) {
            count = Math.max(count, c + 1);
        }
        if (count > problem.territories()) {
            why.add("The map falls into %d parts that do not touch, more than the %d connected territories asked for."
                    .formatted(count, problem.territories()));
            return;
        }
        for (int k = 0; k < problem.measures().size(); k++) {
            components(component, count, k);
        }
    }

    /** Fixed areas of one territory must reach each other through areas that may belong to it. */
    private void severed() {
        var graph = new TouchGraph(problem);
        Arrays.stream(problem.fixed()).filter(t -> t >= 0).distinct().forEach(t -> severed(graph, t));
    }

    private void severed(TouchGraph graph, int t) {
        int[] fixed = problem.fixed();
        int[] members =
                IntStream.range(0, fixed.length).filter(a -> fixed[a] == t).toArray();
        var reach = graph.reach(members[0], a -> fixed[a] < 0 || fixed[a] == t);
        IntStream.of(members)
                .filter(a -> !reach.contains(a))
                .mapToObj(a -> "%s and %s are fixed to territory %d, but nothing that may belong to it connects them."
                        .formatted(
                                problem.areas().get(members[0]), problem.areas().get(a), t))
                .findFirst()
                .ifPresent(why::add);
    }

    /** Each part's load must fit some whole number of territories, and these numbers must be able to add up. */
    private void components(int[] component, int count, int k) {
        long[] sum = new long[count];
        int[] anyArea = new int[count];
        for (int a = 0; a < component.length; a++) {
            sum[component[a]] += problem.load(a, k);
            anyArea[component[a]] = a;
        }
        int fewest = 0;
        int most = 0;
        for (int c = 0; c < count; c++) {
            int least = 0;
            int largest = 0;
            for (int t = 1; t <= problem.territories(); t++) {
                if (!tooMuch(k, sum[c], t) && !tooLittle(k, sum[c], t)) {
                    least = least == 0 ? t : least;
                    largest = t;
                }
            }
            if (least == 0) {
                why.add("The part of the map around %s has %s %s, which no whole number of territories can share."
                        .formatted(problem.areas().get(anyArea[c]), Scale.text(sum[c]), name(k)));
                return;
            }
            fewest += least;
            most += largest;
        }
        if (fewest > problem.territories() || most < problem.territories()) {
            why.add("The parts of the map that do not touch need between %d and %d territories by %s, not %d."
                    .formatted(fewest, most, name(k), problem.territories()));
        }
    }

    private boolean nonNegative(int k) {
        for (int a = 0; a < problem.size(); a++) {
            if (problem.load(a, k) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean tooMuch(int k, long sum, int territories) {
        long high = problem.high()[k];
        return high != AssignmentProblem.OPEN_HIGH && (double) high * territories < 4e18 && sum > high * territories;
    }

    private boolean tooLittle(int k, long sum, int territories) {
        long low = problem.low()[k];
        return low != AssignmentProblem.OPEN_LOW
                && Math.abs((double) low) * territories < 4e18
                && sum < low * territories;
    }

    private String name(int k) {
        return problem.measures().get(k);
    }
}
