package io.fairpatch.commit;

import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.OrgReader;
import io.fairpatch.review.FieldValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps the associations of accounts with the org's own territories in step with the territory field. */
final class TerritoryLinks {
    private final Ledger ledger;
    private final OrgReader reader;
    private final Links links;
    private final String field;

    /** @param field the account field that holds the territory's name */
    TerritoryLinks(Ledger ledger, OrgReader reader, Links links, String field) {
        this.ledger = ledger;
        this.reader = reader;
        this.links = links;
        this.field = field;
    }

    /** New associations first: no account is left without one in between, or when the new one is refused. */
    void run() {
        List<LinkTables.Changed> changes = ledger.changed(field);
        if (changes.isEmpty()) {
            return;
        }
        Set<String> accounts = changes.stream().map(LinkTables.Changed::account).collect(Collectors.toSet());
        List<Link> wanted = wanted(changes, accounts);
        ledger.linksPlanned(Link.TERRITORY, accounts, wanted);
        List<Link> planned = ledger.plannedLinks(Link.TERRITORY);
        Set<String> linked = planned.stream().map(Link::account).collect(Collectors.toSet());
        Links.Held held = () -> byKey(associations(linked));
        Set<String> refused = links.insert(of(planned, Link.Action.INSERT), held).stream()
                .map(Link::account)
                .collect(Collectors.toSet());
        refused.addAll(without(wanted));
        List<Link> leaving = of(planned, Link.Action.DELETE);
        ledger.linksSettled(leaving.stream()
                .filter(link -> refused.contains(link.account()))
                .map(link -> link.become(
                        LinkState.LEFT, "NO_NEW_TERRITORY", "The account got no new association, so it keeps this one"))
                .toList());
        links.delete(
                leaving.stream()
                        .filter(link -> !refused.contains(link.account()))
                        .toList(),
                held);
    }

    /** What is to be done; when the org's territories can't be read, that nothing is, account by account. */
    private List<Link> wanted(List<LinkTables.Changed> changes, Set<String> accounts) {
        try {
            return new TerritoryPlan(ledger.run().id(), Territories.active(reader), associations(accounts))
                    .links(changes);
        } catch (FairpatchException e) {
            if (!CommitService.endsRun(e)) {
                throw e;
            }
            return changes.stream().map(change -> unread(change, e)).toList();
        }
    }

    private Link unread(LinkTables.Changed change, FairpatchException e) {
        String name = Objects.requireNonNullElse(change.after(), "");
        return Link.insert(ledger.run().id(), Link.TERRITORY, change.account(), name, name, FieldValues.NONE)
                .become(LinkState.REJECTED, e.code().id(), e.problem().what());
    }

    /** Accounts whose new territory can't be told. */
    private static Set<String> without(List<Link> links) {
        return links.stream()
                .filter(link -> link.state() == LinkState.REJECTED)
                .map(Link::account)
                .collect(Collectors.toSet());
    }

    private static List<Link> of(List<Link> links, Link.Action action) {
        return links.stream().filter(link -> link.action() == action).toList();
    }

    private Map<String, List<TerritoryPlan.Association>> associations(Set<String> accounts) {
        var all = new HashMap<String, List<TerritoryPlan.Association>>();
        String select = "SELECT Id, ObjectId, Territory2Id, AssociationCause FROM " + Link.TERRITORY;
        SoqlRows.readOf(reader, Link.TERRITORY, select, "ObjectId", List.copyOf(accounts), ledger::keepLease)
                .forEach(row -> all.computeIfAbsent(row.getOrDefault("ObjectId", ""), id -> new ArrayList<>())
                        .add(new TerritoryPlan.Association(
                                row.getOrDefault("Id", ""),
                                row.getOrDefault("Territory2Id", ""),
                                row.getOrDefault("AssociationCause", ""))));
        return all;
    }

    private static Map<String, String> byKey(Map<String, List<TerritoryPlan.Association>> associations) {
        var held = new HashMap<String, String>();
        associations.forEach(
                (account, all) -> all.forEach(one -> held.put(Links.key(account, one.territory()), one.id())));
        return held;
    }
}
