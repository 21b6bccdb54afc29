package io.fairpatch.jobs;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Counts;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.DealFacts;
import io.fairpatch.plan.PlanInput;
import io.fairpatch.review.Pins;
import io.fairpatch.store.Snapshot;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a plan is made from, out of a copy of the org and its scores. */
@Singleton
class PlanInputs {
    private final PlanningConfig planning;
    private final CoverageConfig coverage;
    private final Pins pins;

    PlanInputs(PlanningConfig planning, CoverageConfig coverage, Pins pins) {
        this.pins = pins;
        this.planning = planning;
        this.coverage = coverage;
    }

    PlanInput of(Snapshot snapshot, Map<SalesforceId, AccountScore> scores, long seed) {
        var missing = snapshot.accounts().stream()
                .filter(account -> !scores.containsKey(account.id()))
                .count();
        if (missing > 0) {
            throw Problem.of(ErrorCode.PLAN_INPUT, Counts.of(missing, "account has", "accounts have") + " no score")
                    .because("the org was copied again since they were scored")
                    .maybe("run ./fairpatch score first")
                    .exception();
        }
        var reps = snapshot.reps().stream().map(Rep::id).collect(Collectors.toSet());
        var deals = new DealFacts(snapshot.accounts(), scores, snapshot.opportunities(), snapshot.windowEnd());
        var current = currentReps(snapshot.accounts(), reps);
        var left = new Leavers(snapshot.users());
        left.complete(current, snapshot.accounts());
        var input = new PlanInput(
                held(snapshot),
                scores,
                left.with(snapshot.reps(), current),
                current,
                territoryNames(snapshot.accounts(), reps),
                planning,
                coverage,
                snapshot.windowEnd(),
                seed);
        return input.knowing(deals.profiles(snapshot.reps(), snapshot.users()), deals.held(planning.rules()))
                .along(RoadFile.read(planning.travelMatrix()));
    }

    /** @throws io.fairpatch.error.FairpatchException PLAN_INPUT when the org was copied again since the plan was made */
    static void requireCurrent(PlanRuns.PlanRun planned, Snapshot snapshot) {
        if (snapshot.run() != planned.snapshotRun()) {
            throw Problem.of(ErrorCode.PLAN_INPUT, "Plan " + planned.id() + " is older than the last copy of the org")
                    .because("it was made on copy " + planned.snapshotRun() + ", the last is " + snapshot.run())
                    .maybe("run ./fairpatch score and ./fairpatch plan again")
                    .exception();
        }
    }

    /** The accounts, those that a reviewer pinned held like named ones. */
    private List<Account> held(Snapshot snapshot) {
        var pinned = pins.accounts(snapshot.org());
        return snapshot.accounts().stream()
                .map(account -> pinned.contains(account.id()) ? account.pinned() : account)
                .toList();
    }

    /** The territory's rep, else the owner, as long as that is someone who can have accounts. */
    private static Map<SalesforceId, SalesforceId> currentReps(List<Account> accounts, Set<SalesforceId> reps) {
        var current = new HashMap<SalesforceId, SalesforceId>();
        for (var account : accounts) {
            var rep = account.territory().rep();
            if (rep != null && reps.contains(rep)) {
                current.put(account.id(), rep);
            } else if (account.ownerId() != null && reps.contains(account.ownerId())) {
                current.put(account.id(), account.ownerId());
            }
        }
        return current;
    }

    /** The name that most of a rep's accounts carry, so that a territory keeps its name from plan to plan. */
    private static Map<SalesforceId, String> territoryNames(List<Account> accounts, Set<SalesforceId> reps) {
        var counts = new HashMap<SalesforceId, TreeMap<String, Integer>>();
        for (var account : accounts) {
            var fields = account.territory();
            if (fields.rep() != null && fields.territory() != null && reps.contains(fields.rep())) {
                counts.computeIfAbsent(fields.rep(), rep -> new TreeMap<>()).merge(fields.territory(), 1, Integer::sum);
            }
        }
        var names = new HashMap<SalesforceId, String>();
        counts.forEach((rep, byName) -> byName.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(most -> names.put(rep, most.getKey())));
        return names;
    }
}
