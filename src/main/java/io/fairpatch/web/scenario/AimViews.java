package io.fairpatch.web.scenario;

import io.fairpatch.config.PlanningConfig;
import io.fairpatch.config.PlanningConfig.HardRules;
import io.fairpatch.plan.Planner;
import io.fairpatch.plan.scenario.Goal;
import io.fairpatch.web.view.Aims;
import io.fairpatch.web.view.Show;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a plan aims at, and apart from it what it never breaks. */
final class AimViews {
    private AimViews() {}

    static Aims of(PlanningConfig planning) {
        return new Aims(bands(planning), goals(planning), rules(planning.rules()));
    }

    private static List<Aims.Rule> bands(PlanningConfig planning) {
        return List.of(
                new Aims.Rule("Potential of each book", either(planning, Planner.POTENTIAL)),
                new Aims.Rule("Work of each book", either(planning, Planner.WORKLOAD)));
    }

    private static String either(PlanningConfig planning, String measure) {
        Double share = planning.bands().get(measure);
        return share == null ? "open" : "within " + Show.percent(share) + " of its target";
    }

    private static List<Aims.Weight> goals(PlanningConfig planning) {
        return Arrays.stream(Goal.values())
                .map(goal -> new Aims.Weight(goal.word(), goal.title(), price(goal, planning) + " " + goal.unit()))
                .toList();
    }

    private static String price(Goal goal, PlanningConfig planning) {
        double price = goal.price(planning.goals());
        return goal == Goal.RELATIONSHIP ? Show.percent(price) : String.format(Locale.ENGLISH, "%,.0f", price);
    }

    private static List<Aims.Rule> rules(HardRules rules) {
        Double zone = rules.timeZoneHours();
        Integer hold = rules.holdDays();
        return List.of(
                new Aims.Rule("Every account has exactly one rep", "always"),
                new Aims.Rule("Caps by role and ramp stage", "always"),
                new Aims.Rule("Named and pinned accounts stay", onOff(rules.namedAccountsStay())),
                new Aims.Rule("Families stay together", onOff(rules.familiesStayTogether())),
                new Aims.Rule("The rep speaks the account's language", onOff(rules.language())),
                new Aims.Rule("The rep is cleared for the account", onOff(rules.compliance())),
                new Aims.Rule("Time zones", zone == null ? "off" : "at most " + Show.decimal(zone) + " hours apart"),
                new Aims.Rule(
                        "Deals about to close are not disturbed",
                        hold == null || hold == 0 ? "off" : "late stages that close within " + hold + " days"),
                new Aims.Rule("Accounts go to the role of their play", onOff(rules.rolesPart())),
                new Aims.Rule("Accounts that may change their rep", "at most " + Show.percent(rules.maxMovedShare())));
    }

    private static String onOff(boolean on) {
        return on ? "on" : "off";
    }
}
