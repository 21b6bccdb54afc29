package io.fairpatch.jobs;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.PlanRuns.PlanRun;
import io.fairpatch.model.Account;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Board;
import io.fairpatch.plan.Hands;
import io.fairpatch.plan.Look;
import io.fairpatch.plan.PlanInput;
import io.fairpatch.plan.scenario.Scenario;
import io.fairpatch.plan.scenario.ScenarioInputs;
import io.fairpatch.store.ScoreStore;
import io.fairpatch.store.Snapshot;
import io.fairpatch.store.SnapshotStore;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plans laid out for hands. The last one asked for stays laid out, so that the next question about it is answered at once.
 * Thread-safe.
 */
@Singleton
public class Boards {
    private static final int SHORT_ID = 15;

    private final PlanRuns plans;
    private final SnapshotStore snapshots;
    private final ScoreStore scores;
    private final PlanInputs inputs;
    private volatile @Nullable Laid last;

    Boards(PlanRuns plans, SnapshotStore snapshots, ScoreStore scores, PlanInputs inputs) {
        this.plans = plans;
        this.snapshots = snapshots;
        this.scores = scores;
        this.inputs = inputs;
    }

    /** A plan on the board, never changed itself. */
    record Laid(
            SalesforceId org, long plan, @Nullable Scenario scenario, Snapshot snapshot, PlanInput input, Board board) {
        boolean is(SalesforceId ofOrg, long id) {
            return org.equals(ofOrg) && plan == id;
        }
    }

    /**
     * What choices by hand would do to a plan; the plan stays as it is.
     *
     * @throws io.fairpatch.error.FairpatchException PLAN_NOT_FOUND; PLAN_INPUT when the plan is older than the last copy of
     *     the org, or a choice names an account or a rep that is not in it
     */
    public Look look(SalesforceId org, long plan, Hands hands) {
        return laid(org, plan).board().copy().all(hands);
    }

    /**
     * The account of a plan with this id or name, in any letter case.
     *
     * @throws io.fairpatch.error.FairpatchException PLAN_INPUT when there is none, or several of this name
     */
    public SalesforceId account(SalesforceId org, long plan, String text) {
        List<SalesforceId> found = laid(org, plan).input().accounts().stream()
                .filter(account -> account.name().equalsIgnoreCase(text)
                        || text.length() >= SHORT_ID && account.id().value().startsWith(text))
                .map(Account::id)
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw Problem.of(ErrorCode.PLAN_INPUT, "The account \"" + text + "\" is not clear")
                .because(found.isEmpty() ? "no account of the plan is called so" : found.size() + " are called so")
                .maybe("give the account's id")
                .exception();
    }

    Laid laid(SalesforceId org, long plan) {
        Laid known = last;
        if (known == null || !known.is(org, plan)) {
            known = lay(org, plan);
            last = known;
        }
        return known;
    }

    private Laid lay(SalesforceId org, long plan) {
        PlanRun run = plans.find(org, plan)
                .orElseThrow(() -> Problem.of(ErrorCode.PLAN_NOT_FOUND, "There is no plan " + plan)
                        .maybe("look at the newest one, or plan again")
                        .exception());
        var snapshot = snapshots.load(org);
        PlanInputs.requireCurrent(run, snapshot);
        var usual = inputs.of(snapshot, PlanJob.byAccount(scores.load(org)), run.seed());
        var input = run.scenario() == null ? usual : ScenarioInputs.of(run.scenario(), usual);
        return new Laid(
                org,
                plan,
                run.scenario(),
                snapshot,
                input,
                Board.of(input, run.plan().rep()));
    }

    /** Choices as a job keeps them. */
    static Map<String, Object> write(Hands hands) {
        var pins = new HashMap<String, String>();
        hands.pins().forEach((account, rep) -> pins.put(account.value(), rep.value()));
        var forbidden = new HashMap<String, List<String>>();
        hands.forbidden()
                .forEach((account, reps) -> forbidden.put(
                        account.value(),
                        reps.stream().map(SalesforceId::value).sorted().toList()));
        return Map.of("pins", pins, "forbidden", forbidden);
    }

    /** The reverse. */
    static Hands read(Map<String, Object> params) {
        var pins = new HashMap<SalesforceId, SalesforceId>();
        entries(params, "pins").forEach((account, rep) -> pins.put(id(account), id(rep)));
        var forbidden = new HashMap<SalesforceId, Set<SalesforceId>>();
        entries(params, "forbidden").forEach((account, reps) -> {
            var out = new HashSet<SalesforceId>();
            ((List<?>) reps).forEach(rep -> out.add(id(rep)));
            forbidden.put(id(account), out);
        });
        return new Hands(pins, forbidden);
    }

    private static Map<?, ?> entries(Map<String, Object> params, String key) {
        return (Map<?, ?>) params.getOrDefault(key, Map.of());
    }

    private static SalesforceId id(Object text) {
        return SalesforceId.of(String.valueOf(text));
    }
}
