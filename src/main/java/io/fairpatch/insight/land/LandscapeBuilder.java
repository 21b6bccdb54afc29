package io.fairpatch.insight.land;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.config.ScoringConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Joins a copy with its scores. */
public final class LandscapeBuilder {
    private static final String NOBODY = "No owner";

    private final Snapshot snapshot;
    private final List<AccountScore> scores;
    private final Map<SalesforceId, OrgUser> users;

    public LandscapeBuilder(Snapshot snapshot, List<AccountScore> scores) {
        this.snapshot = snapshot;
        this.scores = scores;
        this.users = snapshot.users().stream().collect(Collectors.toMap(OrgUser::id, Function.identity()));
    }

    /** @param before scores of the scoring before, empty when there was none */
    public Landscape build(
            ScoringConfig scoring,
            CoverageConfig coverage,
            PlanningConfig planning,
            List<AccountScore> before,
            Signals signals) {
        var entries = entries();
        return new Landscape(
                snapshot.windowEnd(),
                scoring,
                coverage,
                planning,
                entries,
                territories(entries),
                users,
                snapshot.reps(),
                byAccount(before),
                snapshot.accounts().size() - entries.size(),
                signals);
    }

    private List<Entry> entries() {
        var scored = byAccount(scores);
        var deals = new HashMap<SalesforceId, List<Opportunity>>();
        for (Opportunity deal : snapshot.opportunities()) {
            if (deal.accountId() != null) {
                deals.computeIfAbsent(deal.accountId(), id -> new ArrayList<>()).add(deal);
            }
        }
        var entries = new ArrayList<Entry>();
        for (Account account : snapshot.accounts()) {
            AccountScore score = scored.get(account.id());
            if (score != null) {
                entries.add(new Entry(account, score, holder(account), deals.getOrDefault(account.id(), List.of())));
            }
        }
        return entries;
    }

    private static Map<SalesforceId, AccountScore> byAccount(List<AccountScore> scores) {
        return scores.stream().collect(Collectors.toMap(AccountScore::account, Function.identity()));
    }

    private @Nullable OrgUser holder(Account account) {
        SalesforceId rep = account.territory().rep();
        OrgUser of = rep == null ? null : users.get(rep);
        return of != null ? of : account.ownerId() == null ? null : users.get(account.ownerId());
    }

    private List<Territory> territories(List<Entry> entries) {
        var groups = new TreeMap<String, List<Entry>>();
        for (Entry entry : entries) {
            groups.computeIfAbsent(key(entry), key -> new ArrayList<>()).add(entry);
        }
        var territories = groups.entrySet().stream()
                .map(group -> territory(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(Territory::name).thenComparing(Territory::key))
                .toList();
        return territories.stream()
                .map(each -> each.withQuota(quota(each, territories)))
                .toList();
    }

    /** A rep has one quota, however many territories: each has its part by potential. A quota of 0 is none. */
    private static @Nullable Long quota(Territory of, List<Territory> all) {
        OrgUser rep = of.rep();
        Long quota = rep == null ? null : rep.quotaCents();
        if (rep == null || quota == null || quota == 0) {
            return null;
        }
        var sameRep = all.stream()
                .filter(other -> other.rep() != null && other.rep().id().equals(rep.id()))
                .toList();
        long potential = sameRep.stream().mapToLong(Territory::potential).sum();
        double share = potential == 0 ? 1.0 / sameRep.size() : (double) of.potential() / potential;
        return Math.round(quota * share);
    }

    private static String key(Entry entry) {
        String written = entry.account().territory().territory();
        if (written != null && !written.isBlank()) {
            return written.strip();
        }
        return entry.holder() == null ? NOBODY : entry.holder().id().value();
    }

    private static Territory territory(String key, List<Entry> accounts) {
        String name = accounts.get(0).account().territory().territory();
        boolean written = name != null && !name.isBlank();
        OrgUser rep = mostCommon(accounts);
        String shown = written && name != null ? name.strip() : rep == null ? NOBODY : "Book of " + rep.name();
        return new Territory(key, shown, rep, written, accounts, null);
    }

    private static @Nullable OrgUser mostCommon(List<Entry> accounts) {
        var counts = new TreeMap<String, Integer>();
        var byId = new HashMap<String, OrgUser>();
        for (Entry entry : accounts) {
            if (entry.holder() != null) {
                counts.merge(entry.holder().id().value(), 1, Integer::sum);
                byId.put(entry.holder().id().value(), entry.holder());
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> byId.get(most.getKey()))
                .orElse(null);
    }
}
