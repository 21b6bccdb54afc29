package io.fairpatch.web.plan;

import io.fairpatch.jobs.PlanSummary;
import io.fairpatch.jobs.Plans.MadePlan;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Plan;
import io.fairpatch.plan.PlannedMove;
import io.fairpatch.web.view.CourseChart;
import io.fairpatch.web.view.Fact;
import io.fairpatch.web.view.HandsCard;
import io.fairpatch.web.view.PlanPage;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Show;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plan as a page. */
final class PlanViews {
    static final int MOVES = 50;
    static final int HISTORY = 20;
    private static final long NOTABLE = 100;

    private PlanViews() {}

    /**
     * @param names of the accounts of the first {@value #MOVES} moves
     * @param hands choices by hand; null for who may not plan
     * @param recent the last plans, the newest first
     */
    static PlanPage page(
            Shell shell,
            MadePlan made,
            Map<SalesforceId, String> names,
            @Nullable HandsCard hands,
            List<PlanSummary> recent) {
        Plan plan = made.plan();
        return new PlanPage(
                shell,
                "Plan " + made.id() + (made.scenario().isEmpty() ? "" : ": " + made.scenario()),
                sentence(plan),
                facts(made),
                plan.why(),
                plan.bindings().stream()
                        .filter(bind -> bind.cents() >= NOTABLE)
                        .map(bind ->
                                new PlanPage.Bind(bind.rule(), bind.what(), bind.sentence(), Show.money(bind.cents())))
                        .toList(),
                plan.waysOut().stream()
                        .map(way -> new PlanPage.Way(
                                way.kind(), way.sentence(), way.meetsAll(), Show.money(Math.round(way.costCents()))))
                        .toList(),
                plan.moves().stream()
                        .limit(MOVES)
                        .map(move -> row(made, move, names))
                        .toList(),
                plan.moves().size(),
                plan.exemptions().stream()
                        .map(exempt ->
                                new PlanPage.Exempt(exempt.account().value(), exempt.sentence(), exempt.decision()))
                        .toList(),
                made.course().isEmpty() ? null : new CourseChart(made.course()),
                hands,
                recent.stream().map(past -> past(past, made.id())).toList());
    }

    private static PlanPage.Past past(PlanSummary plan, long shown) {
        String what = plan.scenario().isEmpty() ? "Usual plan" : plan.scenario();
        return new PlanPage.Past(
                "/plans/" + plan.id(),
                plan.id() + ". " + what + (plan.compared() ? ", compared" : ""),
                "by " + plan.madeBy() + ", " + Show.moment(plan.madeAt()),
                Show.count(plan.moves()),
                Show.money(Math.round(plan.costCents())),
                plan.feasible() ? Show.percent2(plan.gap()) : "not every band met",
                plan.id() == shown);
    }

    private static String sentence(Plan plan) {
        String moves = Show.count(plan.moves().size(), "account moves", "accounts move");
        if (plan.status() == Plan.Status.INFEASIBLE) {
            return moves + ", and still not every band is met.";
        }
        return moves + ", every rule and band is met"
                + (plan.gap() == null ? "." : ", and no plan is more than " + Show.percent2(plan.gap()) + " cheaper.");
    }

    private static List<Fact> facts(MadePlan made) {
        Plan plan = made.plan();
        Double bound = plan.boundCents();
        return List.of(
                new Fact("Cost a year", Show.moneyFull(Math.round(plan.costCents()))),
                new Fact("No plan below", bound == null ? "not known" : Show.moneyFull(Math.round(bound))),
                new Fact("Made by", made.madeBy()),
                new Fact("Made", Show.moment(made.madeAt())),
                new Fact("Seed", String.valueOf(made.seed())),
                new Fact("Steps", Show.count(plan.steps())));
    }

    private static PlanPage.MoveRow row(MadePlan made, PlannedMove move, Map<SalesforceId, String> names) {
        return new PlanPage.MoveRow(
                names.getOrDefault(move.account(), move.account().value()),
                move.headline(),
                Show.moneySigned(Math.round(move.worth())),
                "/plans/" + made.id() + "/moves/" + move.account());
    }
}
