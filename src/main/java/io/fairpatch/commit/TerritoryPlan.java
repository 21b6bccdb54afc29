package io.fairpatch.commit;

import io.fairpatch.review.FieldValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pure: which associations with the org's own territories follow from new territory names. The former territory's is
 * removed when a person or we made it; what an assignment rule made, and any other, stays and is reported.
 *
 * @param territories ids by name, of the active model
 * @param associations of each account
 */
record TerritoryPlan(String run, Map<String, List<String>> territories, Map<String, List<Association>> associations) {
    private static final String MANUAL = "Territory2Manual";

    /** An account's association as the org holds it. */
    record Association(String id, String territory, String cause) {}

    List<Link> links(List<LinkTables.Changed> changes) {
        var links = new ArrayList<Link>();
        changes.forEach(change -> links.addAll(links(change)));
        return links;
    }

    private List<Link> links(LinkTables.Changed change) {
        List<Association> held = associations.getOrDefault(change.account(), List.of());
        var links = new ArrayList<Link>();
        String target = target(change, held, links);
        String former = only(change.before());
        for (Association association : held) {
            if (!association.territory().equals(target)) {
                links.add(leaving(change, association, association.territory().equals(former)));
            }
        }
        return links;
    }

    /** The territory that the account is to be in; null when it is to be in none, or that can't be told. */
    private @Nullable String target(LinkTables.Changed change, List<Association> held, List<Link> links) {
        String name = change.after();
        if (name == null) {
            return null;
        }
        String territory = only(name);
        if (territory == null) {
            boolean none = !territories.containsKey(name);
            String why = none
                    ? "The active territory model has no territory of this name"
                    : "The active territory model has more than one territory of this name";
            links.add(Link.insert(run, Link.TERRITORY, change.account(), name, name, FieldValues.NONE)
                    .become(LinkState.REJECTED, none ? "NO_TERRITORY" : "TERRITORY_NAME", why));
        } else if (held.stream().noneMatch(one -> one.territory().equals(territory))) {
            var values = new TreeMap<String, @Nullable String>();
            values.put("ObjectId", change.account());
            values.put("Territory2Id", territory);
            values.put("AssociationCause", MANUAL);
            links.add(Link.insert(run, Link.TERRITORY, change.account(), territory, name, FieldValues.of(values)));
        }
        return territory;
    }

    private Link leaving(LinkTables.Changed change, Association held, boolean former) {
        Link link = Link.delete(run, Link.TERRITORY, change.account(), held.territory(), name(held), held.id());
        if (!former) {
            return link.become(LinkState.LEFT, "OTHER_TERRITORY", "The account is in a further territory: it stays");
        }
        return held.cause().equals(MANUAL)
                ? link
                : link.become(
                        LinkState.LEFT,
                        "RULE_MADE",
                        "An assignment rule of the org made the association: change the rule, it would come back");
    }

    private @Nullable String only(@Nullable String name) {
        List<String> ids = name == null ? List.of() : territories.getOrDefault(name, List.of());
        return ids.size() == 1 ? ids.get(0) : null;
    }

    private String name(Association held) {
        return territories.entrySet().stream()
                .filter(entry -> entry.getValue().contains(held.territory()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(held.territory());
    }
}
