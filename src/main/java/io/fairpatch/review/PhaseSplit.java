package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pure: which moves wait for which phase. A parent account and its subsidiaries go together. */
final class PhaseSplit {
    private final Collection<List<Move>> families;

    PhaseSplit(List<Move> moves) {
        Map<SalesforceId, Move> byAccount =
                moves.stream().collect(Collectors.toMap(Move::account, Function.identity()));
        this.families = moves.stream()
                .collect(Collectors.groupingBy(move -> top(move, byAccount), TreeMap::new, Collectors.toList()))
                .values();
    }

    /**
     * A move.
     *
     * @param growth of the account a year, as a share; 0 when unknown
     * @param tenured whether the account leaves a rep past the ramp
     */
    record Move(
            SalesforceId account, @Nullable SalesforceId parent, long potentialCents, double growth, boolean tenured) {}

    /** The accounts of each phase, about as many in each; the first phase first. A phase may be empty. */
    List<List<SalesforceId>> by(PhasePlan plan) {
        List<List<SalesforceId>> phases = Stream.<List<SalesforceId>>generate(ArrayList::new)
                .limit(plan.phases())
                .toList();
        List<List<Move>> waiting = families.stream()
                .filter(family -> waits(family, plan))
                .sorted(order(plan.order()))
                .toList();
        long total = waiting.stream().mapToLong(List::size).sum();
        long done = 0;
        for (List<Move> family : waiting) {
            List<SalesforceId> phase = phases.get((int) (done * plan.phases() / total));
            family.forEach(move -> phase.add(move.account()));
            done += family.size();
        }
        return phases;
    }

    /** These accounts and the rest of their families. */
    List<SalesforceId> whole(Collection<SalesforceId> accounts) {
        Set<SalesforceId> wanted = new HashSet<>(accounts);
        return families.stream()
                .filter(family -> family.stream().anyMatch(move -> wanted.contains(move.account())))
                .flatMap(List::stream)
                .map(Move::account)
                .toList();
    }

    private static boolean waits(List<Move> family, PhasePlan plan) {
        return !plan.tenuredOnly() || family.stream().anyMatch(Move::tenured);
    }

    private static Comparator<List<Move>> order(PhasePlan.Order order) {
        Comparator<List<Move>> small = Comparator.comparingLong(
                family -> family.stream().mapToLong(Move::potentialCents).sum());
        Comparator<List<Move>> slow = Comparator.comparingDouble(
                family -> family.stream().mapToDouble(Move::growth).max().orElse(0));
        Comparator<List<Move>> first =
                switch (order) {
                    case LOW_GROWTH -> slow.thenComparing(small);
                    case SMALL -> small;
                };
        return first.thenComparing(family -> family.get(0).account());
    }

    /** The topmost account known; a circle of parents ends where it began. */
    private static SalesforceId top(Move move, Map<SalesforceId, Move> byAccount) {
        Set<SalesforceId> seen = new HashSet<>();
        SalesforceId top = move.account();
        Move at = move;
        while (at != null && at.parent() != null && seen.add(top)) {
            top = at.parent();
            at = byAccount.get(top);
        }
        return seen.contains(top) ? seen.stream().min(Comparator.naturalOrder()).orElse(top) : top;
    }
}
