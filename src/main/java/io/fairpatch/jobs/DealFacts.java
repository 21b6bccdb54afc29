package io.fairpatch.jobs;

import io.fairpatch.model.Opportunity;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Engagement;
import io.fairpatch.review.OpenDeals;
import io.fairpatch.store.Snapshot;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pure: what the deals of a copy say of each account. */
final class DealFacts {
    private DealFacts() {}

    static Map<SalesforceId, String> names(Snapshot snapshot) {
        return snapshot.users().stream().collect(Collectors.toMap(OrgUser::id, OrgUser::name));
    }

    static Map<SalesforceId, OpenDeals> of(Snapshot snapshot) {
        Map<SalesforceId, String> names = names(snapshot);
        var byAccount = new HashMap<SalesforceId, List<Opportunity>>();
        snapshot.opportunities().stream()
                .filter(deal -> deal.accountId() != null)
                .collect(Collectors.groupingBy(Opportunity::accountId))
                .forEach(byAccount::put);
        var facts = new HashMap<SalesforceId, OpenDeals>();
        byAccount.forEach((account, deals) -> facts.put(account, facts(deals, names)));
        return facts;
    }

    private static OpenDeals facts(List<Opportunity> deals, Map<SalesforceId, String> names) {
        var open = OpenDeals.NONE;
        for (Opportunity deal : deals) {
            if (!deal.closed()) {
                open = open.and(deal.amountCents() == null ? 0 : deal.amountCents());
            }
        }
        return open.of(engagement(deals, names));
    }

    private static @Nullable Engagement engagement(List<Opportunity> deals, Map<SalesforceId, String> names) {
        var known = deals.stream()
                .filter(deal -> deal.ownerId() != null && names.containsKey(deal.ownerId()))
                .toList();
        var first = known.stream()
                .filter(deal -> deal.createdDate() != null)
                .min(Comparator.comparing(Opportunity::createdDate).thenComparing(Opportunity::id))
                .orElse(null);
        if (first == null || first.createdDate() == null) {
            return null;
        }
        var weights = new TreeMap<String, Integer>();
        known.forEach(deal -> weights.merge(name(deal, names), deal.won() ? 2 : 1, Integer::sum));
        String strongest = weights.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(name(first, names));
        int count = (int) known.stream()
                .filter(deal -> name(deal, names).equals(strongest))
                .count();
        return new Engagement(name(first, names), first.createdDate(), strongest, count);
    }

    private static String name(Opportunity deal, Map<SalesforceId, String> names) {
        SalesforceId owner = deal.ownerId();
        return owner == null ? "" : names.getOrDefault(owner, owner.value());
    }
}
