package io.fairpatch.insight.make;

import io.fairpatch.config.CoverageConfig;
import io.fairpatch.config.DecidingConfig;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.insight.land.Landscape;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of work, of planning, and of who decides. */
final class PlanningRules {
    private final CoverageConfig coverage;
    private final PlanningConfig planning;
    private final WritePolicyConfig policy;

    PlanningRules(Landscape land, WritePolicyConfig policy) {
        this.coverage = land.coverage();
        this.planning = land.planning();
        this.policy = policy;
    }

    List<RuleLine> lines() {
        return Stream.of(work(), capacity(), hard(), goals(), deciding())
                .flatMap(List::stream)
                .toList();
    }

    private List<RuleLine> work() {
        return coverage.visits().stream()
                .map(rule -> RuleLine.of(
                        "work",
                        "tier " + rule.tier(),
                        visits(rule.visitsPerYear()) + " a year of " + hours(rule.hoursPerVisit()) + ", and "
                                + hours(rule.otherHoursPerYear()) + " besides",
                        "coverage.yml: visits"))
                .toList();
    }

    private static String visits(double number) {
        return Say.number(number) + (number == 1 ? " visit" : " visits");
    }

    private static String hours(double number) {
        return Say.number(number) + (number == 1 ? " hour" : " hours");
    }

    private List<RuleLine> capacity() {
        var lines = new ArrayList<RuleLine>();
        var roles = coverage.presets().get(coverage.preset());
        if (roles != null) {
            new TreeMap<>(roles.roles())
                    .forEach((role, caps) -> lines.add(RuleLine.of(
                            "capacity",
                            "a rep of the role " + role,
                            "at most " + most(caps.total()) + " accounts; tier 1 " + most(caps.tier1()) + ", tier 2 "
                                    + most(caps.tier2()) + ", tier 3 " + most(caps.tier3()),
                            "coverage.yml: presets." + coverage.preset())));
        }
        new TreeMap<>(coverage.ramp())
                .forEach((stage, ramp) -> lines.add(RuleLine.of(
                        "capacity",
                        "a rep at the stage " + stage,
                        Say.percent(ramp.capacity()) + " of a full target, at most " + most(ramp.maxAccounts())
                                + " accounts",
                        "coverage.yml: ramp")));
        return lines;
    }

    private List<RuleLine> hard() {
        var rules = planning.rules();
        var lines = new ArrayList<RuleLine>();
        String place = "planning.yml: rules";
        add(lines, rules.namedAccountsStay(), "a named account", "keeps its rep", place);
        add(lines, rules.familiesStayTogether(), "a parent account and its subsidiaries", "have one rep", place);
        add(lines, rules.language(), "an account that requires a language", "has a rep who speaks it", place);
        add(lines, rules.compliance(), "an account of a compliance class", "has a rep cleared for it", place);
        add(lines, rules.rolesPart(), "an account whose play names a role", "has a rep of that role", place);
        boolean some = rules.maxMovedShare() < 1;
        add(lines, some, "one plan", "moves at most " + Say.percent(rules.maxMovedShare()) + " of all accounts", place);
        int days = rules.holdDays() == null ? 0 : rules.holdDays();
        add(lines, days > 0, "a deal in " + rules.lateStages() + " closing within " + days + " days", "stays", place);
        new TreeMap<>(planning.bands())
                .forEach((measure, band) -> lines.add(RuleLine.of(
                        "planning",
                        "a book's " + measure,
                        "lies within " + Say.percent(band) + " of its target",
                        "planning.yml: bands")));
        return lines;
    }

    private static void add(List<RuleLine> lines, boolean on, String when, String then, String place) {
        if (on) {
            lines.add(RuleLine.of("planning", when, then, place));
        }
    }

    private List<RuleLine> goals() {
        var goals = planning.goals();
        return List.of(
                price("a kilometre and visit", Say.money(goals.travelPerKm())),
                price("a relationship lost", Say.percent(goals.relationship()) + " of the account's potential"),
                price("a point of fit missed", Say.money(goals.fit())),
                price("an account off the mix", Say.money(goals.mixCents())),
                price("an account above the team's mean in a book to learn on", Say.money(goals.learningCents())),
                price("an account that changes its rep", Say.money(goals.moveCents())));
    }

    private static RuleLine price(String what, String price) {
        return RuleLine.of("price", what, "costs " + price, "planning.yml: goals");
    }

    private List<RuleLine> deciding() {
        DecidingConfig decides = policy.deciding();
        var routine = decides.routine();
        String place = "write-policy.yml: decides";
        return List.of(
                RuleLine.of(
                        "decision",
                        "a move for the reasons " + routine.reasons()
                                + (routine.starters() ? ", or to a rep who starts" : ""),
                        "a manager concerned decides, up to " + most(routine.mostMoves()) + " moves and a potential of "
                                + (routine.mostPotential() == null
                                        ? "any size"
                                        : Say.money(routine.mostPotential() * 100.0)),
                        place),
                RuleLine.of("decision", "a move within a team", "its manager decides, within the same limits", place),
                RuleLine.of("decision", "a move between teams", "both managers agree", place),
                RuleLine.of(
                        "decision",
                        "managers disagree",
                        "an approver decides within " + decides.contestedDays() + " days, else the account stays",
                        place),
                RuleLine.of(
                        "decision",
                        "at least " + Say.percent(decides.redesignShare()) + " of all accounts move",
                        "ops decide and an approver must approve",
                        place),
                RuleLine.of(
                        "decision",
                        "any proposal",
                        Say.count(policy.approvals(), "person", "people") + " other than the author approve",
                        "write-policy.yml: approvals"));
    }

    private static String most(@Nullable Integer limit) {
        return limit == null ? "any number of" : String.valueOf(limit);
    }
}
