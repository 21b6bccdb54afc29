package io.fairpatch.plan;

import io.fairpatch.config.PlanningConfig.Precedence;
import io.fairpatch.model.Account;
import io.fairpatch.model.Counts;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.problem.Pin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;

/**
 * Accounts that stay together: those connected by parents in scope. A family whose members are pinned to two reps is
 * parted among them, and that is said.
 */
final class Families {
    private final Pins pins;
    private final Precedence precedence;
    private final List<String> notes;

    /**
     * @param pins where accounts must be
     * @param precedence whether a pin parts a family
     * @param notes receives a sentence for each family that had to be parted
     */
    Families(Pins pins, Precedence precedence, List<String> notes) {
        this.precedence = precedence;
        this.pins = pins;
        this.notes = notes;
    }

    /** Groups in the order of their first account; each account in exactly one. */
    List<List<Account>> of(List<Account> accounts, boolean together) {
        if (!together) {
            return accounts.stream().map(List::of).toList();
        }
        var groups = new ArrayList<List<Account>>();
        for (List<Account> family : connected(accounts)) {
            groups.addAll(byPin(family));
        }
        return groups;
    }

    private static Collection<List<Account>> connected(List<Account> accounts) {
        var graph = new SimpleGraph<SalesforceId, DefaultEdge>(DefaultEdge.class);
        accounts.forEach(account -> graph.addVertex(account.id()));
        for (Account account : accounts) {
            SalesforceId parent = account.parentId();
            if (parent != null && !parent.equals(account.id()) && graph.containsVertex(parent)) {
                graph.addEdge(account.id(), parent);
            }
        }
        var root = new HashMap<SalesforceId, SalesforceId>();
        for (var family : new ConnectivityInspector<>(graph).connectedSets()) {
            SalesforceId first = family.stream().min(Comparator.naturalOrder()).orElseThrow();
            family.forEach(member -> root.put(member, first));
        }
        var families = new LinkedHashMap<SalesforceId, List<Account>>();
        for (Account account : accounts) {
            families.computeIfAbsent(root.getOrDefault(account.id(), account.id()), key -> new ArrayList<>())
                    .add(account);
        }
        return families.values();
    }

    /** A protected book stays as it is: what is in it parts from a family that is not, and takes nobody in. */
    private List<List<Account>> byPin(List<Account> family) {
        var sealed = new LinkedHashMap<Integer, List<Account>>();
        var open = new ArrayList<Account>();
        for (Account member : family) {
            Pins.Place place = pins.place(member);
            if (place != null && place.why() == Pin.PROTECTED) {
                sealed.computeIfAbsent(place.seat(), key -> new ArrayList<>()).add(member);
            } else {
                open.add(member);
            }
        }
        if (sealed.isEmpty()) {
            return amongPins(family);
        }
        var groups = new ArrayList<>(sealed.values());
        if (!open.isEmpty()) {
            groups.addAll(amongPins(open));
            notes.add("The family of " + family.get(0).name() + " (" + family.size() + " accounts) is parted: "
                    + Counts.of(family.size() - open.size(), "is", "are")
                    + " in a protected book, which takes nobody in.");
        }
        return groups;
    }

    private List<List<Account>> amongPins(List<Account> family) {
        var bySeat = new LinkedHashMap<Integer, List<Account>>();
        for (Account member : family) {
            Pins.Place place = pins.place(member);
            if (place != null) {
                bySeat.computeIfAbsent(place.seat(), key -> new ArrayList<>()).add(member);
            }
        }
        if (bySeat.size() < 2 || precedence == Precedence.FAMILY) {
            return List.of(family);
        }
        notes.add("The family of " + family.get(0).name() + " (" + family.size() + " accounts) is pinned to "
                + bySeat.size() + " reps (" + reasons(family)
                + "): each of these accounts is with its own, the rest with the first.");
        List<Account> first = bySeat.values().iterator().next();
        family.stream().filter(member -> pins.place(member) == null).forEach(first::add);
        return List.copyOf(bySeat.values());
    }

    private String reasons(List<Account> family) {
        return family.stream()
                .map(pins::place)
                .filter(Objects::nonNull)
                .map(Pins.Place::why)
                .distinct()
                .sorted()
                .map(Pin::words)
                .collect(Collectors.joining(", "));
    }
}
