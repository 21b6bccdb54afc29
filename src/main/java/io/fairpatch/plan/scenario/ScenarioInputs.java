package io.fairpatch.plan.scenario;

import io.fairpatch.config.PlanningConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Account;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Levers;
import io.fairpatch.plan.Levers.Drawn;
import io.fairpatch.plan.PlanInput;
import io.fairpatch.plan.Planner;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a scenario plans on: the usual input, varied. The same scenario and input give the same. */
public final class ScenarioInputs {
    private static final double QUARTERLY_SHARE = 0.05;
    private static final int MOST_NEW_REPS = 200;

    private final Scenario scenario;
    private final PlanInput usual;

    private ScenarioInputs(Scenario scenario, PlanInput usual) {
        this.scenario = scenario;
        this.usual = usual;
    }

    /**
     * The input of a scenario.
     *
     * @throws FairpatchException SCENARIO_INVALID when an option makes no sense for this org
     */
    public static PlanInput of(Scenario scenario, PlanInput usual) {
        var inputs = new ScenarioInputs(scenario, usual);
        return inputs.withOptions(inputs.byMode());
    }

    private PlanInput byMode() {
        return switch (scenario.mode()) {
            case REBALANCE -> usual;
            case FROM_SCRATCH -> anew(Drawn.BY_GOALS);
            case GEOGRAPHY -> anew(Drawn.GEOGRAPHY);
            case INDUSTRY -> anew(Drawn.INDUSTRY);
            case SIZE -> anew(Drawn.SIZE);
            case HYBRID -> anew(Drawn.HYBRID);
            case SCALE ->
                unlimited(usual.with(Newcomers.joining(
                        usual, scenario.whole("reps", 1, 1, MOST_NEW_REPS), scenario.option("ramp"), protectedReps())));
            case LEAVER -> leaver();
            case SURGE -> surge();
            case QUARTERLY -> usual.with(usual.levers().atMost(budget()));
            case ANNUAL -> unlimited(usual);
        };
    }

    private PlanInput anew(Drawn by) {
        return usual.with(usual.levers().fromScratch(by));
    }

    private static PlanInput unlimited(PlanInput input) {
        PlanningConfig planning = input.planning();
        return input.with(planning.withRules(planning.rules().withMaxMovedShare(1)));
    }

    private int budget() {
        double share = scenario.number("share", QUARTERLY_SHARE, 0, 1);
        return (int) Math.max(1, Math.round(share * usual.accounts().size()));
    }

    private PlanInput leaver() {
        String name = scenario.option("rep");
        return name == null ? left() : leaving(rep(name).id());
    }

    /** Accounts of whoever left already: their user is no active rep any more. */
    private PlanInput left() {
        Set<SalesforceId> working =
                usual.reps().stream().filter(Rep::active).map(Rep::id).collect(Collectors.toSet());
        Set<SalesforceId> theirs = accounts(account -> account.ownerId() != null
                && !working.contains(usual.currentRep().get(account.id())));
        if (theirs.isEmpty()) {
            throw Scenario.invalid(
                    scenario.text(), "no account belongs to somebody who left", "say who leaves: leaver:rep=NAME");
        }
        return only(usual, theirs);
    }

    private PlanInput leaving(SalesforceId leaver) {
        List<Rep> staying = usual.reps().stream()
                .map(rep -> rep.id().equals(leaver) ? Newcomers.inactive(rep) : rep)
                .toList();
        Set<SalesforceId> theirs =
                accounts(account -> leaver.equals(usual.currentRep().get(account.id())));
        return only(usual.with(staying), theirs);
    }

    private PlanInput surge() {
        var surge = new Surge(scenario);
        Set<SalesforceId> surging =
                accounts(account -> surge.has(account, usual.scores().get(account.id())));
        if (surging.isEmpty()) {
            throw Scenario.invalid(
                    scenario.text(),
                    "no account surges: " + surge.words(),
                    "name an industry or a state as the org writes it: surge:industry=...,by=1.5");
        }
        return only(surge.grown(usual, surging), surging);
    }

    private Set<SalesforceId> accounts(Predicate<Account> which) {
        return usual.accounts().stream().filter(which).map(Account::id).collect(Collectors.toSet());
    }

    /** Nothing else moves, and nobody else is looked for who could take what has no rep. */
    private static PlanInput only(PlanInput input, Set<SalesforceId> free) {
        Set<SalesforceId> working =
                input.reps().stream().filter(Rep::active).map(Rep::id).collect(Collectors.toSet());
        List<Account> scope = input.accounts().stream()
                .filter(account -> free.contains(account.id())
                        || working.contains(input.currentRep().get(account.id())))
                .toList();
        return input.scoped(scope).with(input.levers().moving(free).atMost(free.size()));
    }

    private PlanInput withOptions(PlanInput input) {
        Levers levers = input.levers();
        Set<SalesforceId> shielded = new HashSet<>(levers.protectedReps());
        shielded.addAll(protectedReps());
        levers = levers.protecting(shielded);
        if (scenario.option("moves") != null) {
            levers = levers.atMost(scenario.whole("moves", 0, 0, Integer.MAX_VALUE));
        }
        double band = scenario.number("band", Double.NaN, 0.001, 10);
        PlanInput varied = input.with(levers).with(weighed(input.planning()));
        return Double.isNaN(band) ? varied : varied.with(varied.planning().withBands(Map.of(Planner.POTENTIAL, band)));
    }

    private PlanningConfig weighed(PlanningConfig planning) {
        return planning.withGoals(Goal.weighed(planning.goals(), scenario));
    }

    private Set<SalesforceId> protectedReps() {
        return scenario.each("protect").stream().map(name -> rep(name).id()).collect(Collectors.toSet());
    }

    private Rep rep(String name) {
        List<Rep> found = usual.reps().stream()
                .filter(rep -> name.equalsIgnoreCase(rep.name())
                        || name.equalsIgnoreCase(Objects.requireNonNullElse(rep.email(), ""))
                        || rep.id().value().startsWith(name) && name.length() >= 15)
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw Problem.of(ErrorCode.SCENARIO_INVALID, "The scenario names " + name)
                .because(found.isEmpty() ? "no rep is called so" : found.size() + " reps are called so")
                .maybe("give the rep's user id or e-mail address")
                .exception();
    }
}
