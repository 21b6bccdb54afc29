package io.fairpatch.plan.kernel.proof;

import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Pace;
import io.fairpatch.plan.kernel.model.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds a smallest set of rules that clash. What one look shows comes first ({@link Direct}), so every single rule that
 * cannot hold. Pairs are tried where they are few; else the rules that a proof uses are divided until none can be left out
 * (QuickXplain: Junker, AAAI 2004), with about {@code k log(rules / k)} proofs for a set of k. Where a proof takes seconds,
 * beyond {@value #MANY_UNITS} units, all the rules that the first proof uses are told.
 */
public final class Clash {
    private static final int FEW_RULES = 40;
    private static final int FEW_UNITS = 200;
    private static final int MANY_UNITS = 20_000;
    private static final double NEGLIGIBLE = 1e-9;

    private final AssignmentProblem problem;
    private final Prover prover;
    private final Pace pace;

    Clash(AssignmentProblem problem, Workers workers, Pace pace, double @Nullable [] certificate) {
        this.problem = problem;
        this.prover = new Prover(problem, workers, pace, certificate);
        this.pace = pace;
    }

    /** The clash in sentences, or empty when no proof was found that no plan exists. */
    public static Optional<List<String>> find(AssignmentProblem problem, Workers workers, Pace pace) {
        return find(problem, workers, pace, Known.NOTHING, () -> {});
    }

    /**
     * What is known beforehand.
     *
     * @param proven that all rules together clash, so that it is not proven again
     * @param certificate prices that may prove it of some of the rules too
     */
    public record Known(boolean proven, double @Nullable [] certificate) {
        static final Known NOTHING = new Known(false, null);
    }

    /**
     * The same with what is known already.
     *
     * @param once runs when it is proven that no plan exists, before more proofs tell which rules it takes for that
     */
    public static Optional<List<String>> find(
            AssignmentProblem problem, Workers workers, Pace pace, Known known, Runnable once) {
        return new Clash(problem, workers, pace, known.certificate())
                .find(known.proven(), once)
                .map(found -> Sentences.of(problem, found.rules(), found.cutShort()));
    }

    /** Rules that clash; where time ran out on the way perhaps more of them than needed. */
    record Found(List<Rule> rules, boolean cutShort) {}

    Optional<Found> find(boolean proven, Runnable once) {
        var direct = Direct.of(problem);
        if (direct.isPresent() && direct.get().size() == 1) {
            return Optional.of(new Found(direct.get(), false));
        }
        var all = Rule.all(problem);
        if (!proven && !prover.clash(all)) {
            return direct.map(rules -> new Found(rules, false));
        }
        once.run();
        pace.stage("Finding the rules that clash");
        prover.begin();
        var smallest = smallest(all, direct.orElse(all));
        boolean shown = smallest.equals(direct.orElse(List.of())) && (isTaken(smallest) || smallest.size() == 2);
        return Optional.of(new Found(smallest, !shown && (pace.over() || prover.isUndecided())));
    }

    /** A set that clashes by itself; where a proof got lost on the way the larger set that is proven. */
    private List<Rule> smallest(List<Rule> all, List<Rule> direct) {
        if (all.size() <= FEW_RULES) {
            var few = fewest(all);
            if (few.isPresent()) {
                return few.get();
            }
        }
        var used = used(all);
        if (direct.size() <= used.size() && direct.size() < all.size()) {
            return isTaken(direct) ? direct : least(direct);
        }
        return problem.units() > MANY_UNITS ? used : least(used);
    }

    /** Whether what one look shows is told as it is: only a search, of a small problem, finds fewer of many rules. */
    private boolean isTaken(List<Rule> direct) {
        return problem.units() > FEW_UNITS || direct.size() > FEW_RULES;
    }

    private List<Rule> least(List<Rule> rules) {
        prover.begin();
        var least = divide(List.of(), false, rules);
        return prover.clash(least) ? least : rules;
    }

    /** No rule or a pair that clashes with what cannot be given up; one rule that does shows directly. */
    private Optional<List<Rule>> fewest(List<Rule> all) {
        if (prover.clash(List.of())) {
            return Optional.of(List.of());
        }
        boolean byPrices = prover.pricesClash(all);
        for (int a = 0; a < all.size(); a++) {
            for (int b = 0; b < a && !pace.over(); b++) {
                var pair = List.of(all.get(b), all.get(a));
                if (prover.clash(pair, byPrices)) {
                    prover.begin();
                    return Optional.of(pair);
                }
            }
        }
        return Optional.empty();
    }

    /** The rules the proof leans on: the ends its prices point at, and the pins when they are needed. */
    private List<Rule> used(List<Rule> all) {
        List<Rule> bands =
                all.stream().filter(r -> r.kind() != Rule.Kind.PINNED).toList();
        var start = bands.size() < all.size() && prover.clash(bands) ? bands : all;
        double[] prices = prover.certificate();
        if (prices == null) {
            return start;
        }
        double most = 0;
        for (double price : prices) {
            most = Math.max(most, Math.abs(price));
        }
        double least = most * NEGLIGIBLE;
        var priced = start.stream().filter(r -> leansOn(r, prices, least)).toList();
        return prover.clash(priced) ? priced : start;
    }

    private static boolean leansOn(Rule rule, double[] prices, double least) {
        return switch (rule.kind()) {
            case AT_MOST -> prices[rule.index()] > least;
            case AT_LEAST -> prices[rule.index()] < -least;
            case PINNED -> true;
        };
    }

    private List<Rule> divide(List<Rule> background, boolean added, List<Rule> rules) {
        if (added && prover.clash(background)) {
            return List.of();
        }
        if (rules.size() <= 1 || pace.over()) {
            return rules;
        }
        var left = rules.subList(0, rules.size() / 2);
        var right = rules.subList(rules.size() / 2, rules.size());
        var fromRight = divide(joined(background, left), true, right);
        var fromLeft = divide(joined(background, fromRight), !fromRight.isEmpty(), left);
        return joined(fromLeft, fromRight);
    }

    private static List<Rule> joined(List<Rule> a, List<Rule> b) {
        List<Rule> both = new ArrayList<>(a);
        both.addAll(b);
        return both;
    }
}
