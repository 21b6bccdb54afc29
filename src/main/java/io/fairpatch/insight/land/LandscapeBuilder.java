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
import java.util.Objects;
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
        var sole = soleTerritories(entries);
        var groups = new TreeMap<String, List<Entry>>();
        for (Entry entry : entries) {
            groups.computeIfAbsent(key(entry, sole), key -> new ArrayList<>()).add(entry);
        }
        var whole = groups.entrySet().stream()
                .map(group -> territory(group.getKey(), group.getValue()))
                .sorted(Comparator.comparing(Territory::name).thenComparing(Territory::key))
                .toList();
        var ofRep = whole.stream()
                .filter(territory -> territory.rep() != null)
                .collect(Collectors.groupingBy(LandscapeBuilder::repOf));
        return whole.stream()
                .map(each -> each.rep() == null
                        ? each
                        : each.withPart(part(each, ofRep.getOrDefault(repOf(each), List.of()))))
                .toList();
    }

    /** The name of the one territory that a rep is accountable for; reps with several are left out. */
    private static Map<SalesforceId, String> soleTerritories(List<Entry> entries) {
        var groups = new TreeMap<String, List<Entry>>();
        for (Entry entry : entries) {
            String name = written(entry);
            if (name != null) {
                groups.computeIfAbsent(name, key -> new ArrayList<>()).add(entry);
            }
        }
        var names = new HashMap<SalesforceId, List<String>>();
        groups.forEach((name, accounts) -> {
            OrgUser rep = mostCommon(accounts);
            if (rep != null) {
                names.computeIfAbsent(rep.id(), id -> new ArrayList<>()).add(name);
            }
        });
        names.values().removeIf(several -> several.size() > 1);
        return names.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, sole -> sole.getValue()
                .get(0)));
    }

    /** A rep has one target and one quota, however many territories: each has its part by potential. */
    private static double part(Territory of, List<Territory> sameRep) {
        long potential = sameRep.stream().mapToLong(Territory::potential).sum();
        return potential == 0 ? 1.0 / sameRep.size() : (double) of.potential() / potential;
    }

    private static SalesforceId repOf(Territory territory) {
        return Objects.requireNonNull(territory.rep()).id();
    }

    /** What no territory was written on yet, such as a new account, belongs to the one of who holds it. */
    private static String key(Entry entry, Map<SalesforceId, String> sole) {
        String written = written(entry);
        if (written != null) {
            return written;
        }
        OrgUser holder = entry.holder();
        return holder == null
                ? NOBODY
                : sole.getOrDefault(holder.id(), holder.id().value());
    }

    private static @Nullable String written(Entry entry) {
        String name = entry.account().territory().territory();
        return name == null || name.isBlank() ? null : name.strip();
    }

    private static Territory territory(String key, List<Entry> accounts) {
        boolean written = accounts.stream().anyMatch(entry -> key.equals(written(entry)));
        OrgUser rep = mostCommon(accounts);
        String shown = written ? key : rep == null ? NOBODY : "Book of " + rep.name();
        return new Territory(key, shown, rep, written, accounts, 1);
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
