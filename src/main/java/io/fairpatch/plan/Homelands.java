package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SizeClass;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which industries or sizes a seat is at home in where a map is drawn by them: laid end to end by potential, as on a
 * line, and cut where the seats' shares end, so that a seat has as few of them as can be.
 */
final class Homelands {
    private static final double HOME = 50;

    private final Levers.Drawn drawn;
    private final Roster roster;
    private final Map<Integer, Set<String>> industries;
    private final Map<Integer, Set<String>> sizes;

    Homelands(PlanInput input, Roster roster) {
        this.drawn = input.levers().drawn();
        this.roster = roster;
        boolean industry = drawn == Levers.Drawn.INDUSTRY || drawn == Levers.Drawn.HYBRID;
        boolean size = drawn == Levers.Drawn.SIZE || drawn == Levers.Drawn.HYBRID;
        this.industries = industry ? cut(input, Map.Entry::getKey) : Map.of();
        this.sizes =
                size ? cut(input, entry -> entry.getValue().profile().size().name()) : Map.of();
    }

    double points(int seat, String industry, SizeClass size) {
        double part = drawn == Levers.Drawn.HYBRID ? HOME / 2 : HOME;
        boolean atHome = industries.getOrDefault(seat, Set.of()).contains(industry);
        boolean rightSize = sizes.getOrDefault(seat, Set.of()).contains(size.name());
        return (atHome ? part : 0) + (rightSize ? part : 0);
    }

    private Map<Integer, Set<String>> cut(PlanInput input, Function<Map.Entry<String, AccountScore>, String> kind) {
        var potential = new TreeMap<String, Double>();
        double total = 0;
        for (Account account : input.accounts()) {
            AccountScore score = Objects.requireNonNull(input.scores().get(account.id()));
            String name = kind.apply(Map.entry(Fit.industry(account, score), score));
            potential.merge(name, (double) score.potentialCents(), Double::sum);
            total += score.potentialCents();
        }
        List<Map.Entry<String, Double>> line = new ArrayList<>(potential.entrySet());
        line.sort(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        return along(line, Math.max(1, total));
    }

    private Map<Integer, Set<String>> along(List<Map.Entry<String, Double>> line, double total) {
        var homes = new HashMap<Integer, Set<String>>();
        double end = 0;
        int seat = 0;
        double seatEnd = roster.share(0);
        for (Map.Entry<String, Double> part : line) {
            end += part.getValue() / total;
            homes.computeIfAbsent(seat, key -> new HashSet<>()).add(part.getKey());
            while (seatEnd < end && seat + 1 < roster.size()) {
                seat++;
                seatEnd += roster.share(seat);
                homes.computeIfAbsent(seat, key -> new HashSet<>()).add(part.getKey());
            }
        }
        return homes;
    }
}
