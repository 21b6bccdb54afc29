package io.fairpatch.sync.readiness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/**
 * Finds accounts that are there twice: by domain, by name and place, and by names that differ in a few letters at the
 * same place. Only accounts that share a block are compared, so that the work grows with their number.
 */
final class Duplicates {
    /** A domain or name that more accounts share belongs to a chain or a provider, not to one company. */
    private static final int MOST_IN_BLOCK = 30;
    /** Share of letter pairs in common from which two names are taken for one. */
    private static final double ALIKE = 0.82;

    private static final int BLOCK_LETTERS = 3;

    private final SimpleGraph<Candidate, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
    private final Map<Candidate, Set<String>> reasons = new HashMap<>();

    /** Groups of two and more, those with the most accounts first. */
    static List<DuplicateGroup> in(List<Candidate> accounts) {
        var found = new Duplicates();
        found.block(accounts, Candidate::domain, "the same domain", (one, other) -> plausible(one, other));
        found.block(accounts, c -> c.name() + '|' + c.place(), "the same name and place", (one, other) -> true);
        found.block(accounts, Duplicates::nearby, "nearly the same name at the same place", Duplicates::nearlyAlike);
        return found.groups();
    }

    private static String nearby(Candidate account) {
        return account.place().isEmpty() || account.name().length() < BLOCK_LETTERS
                ? ""
                : account.name().substring(0, BLOCK_LETTERS) + '|' + account.place();
    }

    /** A domain alone is shared by the offices of a company; its names then differ by more than the place. */
    private static boolean plausible(Candidate one, Candidate other) {
        return one.place().equals(other.place()) || alike(one, other);
    }

    private static boolean nearlyAlike(Candidate one, Candidate other) {
        return !one.name().equals(other.name()) && alike(one, other);
    }

    private static boolean alike(Candidate one, Candidate other) {
        return Letters.alike(one.name(), other.name()) >= ALIKE && one.numbers().equals(other.numbers());
    }

    private interface Same {
        boolean test(Candidate one, Candidate other);
    }

    private void block(List<Candidate> accounts, Function<Candidate, String> key, String why, Same same) {
        var blocks = new HashMap<String, List<Candidate>>();
        for (var account : accounts) {
            var value = key.apply(account);
            if (!value.isEmpty() && !value.startsWith("|")) {
                blocks.computeIfAbsent(value, text -> new ArrayList<>(1)).add(account);
            }
        }
        blocks.values().stream()
                .filter(block -> block.size() > 1 && block.size() <= MOST_IN_BLOCK)
                .forEach(block -> compare(block, why, same));
    }

    private void compare(List<Candidate> block, String why, Same same) {
        for (int i = 0; i < block.size(); i++) {
            for (int j = i + 1; j < block.size(); j++) {
                if (same.test(block.get(i), block.get(j))) {
                    join(block.get(i), block.get(j), why);
                }
            }
        }
    }

    private void join(Candidate one, Candidate other, String why) {
        graph.addVertex(one);
        graph.addVertex(other);
        graph.addEdge(one, other);
        reasons.computeIfAbsent(one, account -> new TreeSet<>()).add(why);
        reasons.computeIfAbsent(other, account -> new TreeSet<>()).add(why);
    }

    private List<DuplicateGroup> groups() {
        return new ConnectivityInspector<>(graph)
                .connectedSets().stream()
                        .map(this::group)
                        .sorted(Comparator.comparingInt((DuplicateGroup group) ->
                                        -group.others().size())
                                .thenComparing(group -> group.survivor().name())
                                .thenComparing(group -> group.survivor().id()))
                        .toList();
    }

    private DuplicateGroup group(Set<Candidate> members) {
        var order = members.stream()
                .sorted(Comparator.comparingInt((Candidate account) -> -account.worth())
                        .thenComparing(Candidate::id))
                .toList();
        var why = new TreeSet<String>();
        members.forEach(account -> why.addAll(reasons.getOrDefault(account, Set.of())));
        return new DuplicateGroup(
                member(order.get(0)),
                order.stream().skip(1).map(Duplicates::member).toList(),
                String.join(", ", why));
    }

    private static DuplicateGroup.Member member(Candidate account) {
        return new DuplicateGroup.Member(account.id(), account.shown());
    }
}
