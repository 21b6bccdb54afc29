package io.fairpatch.plan;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.engine.Outcome;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.rules.Polish;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a plan that people can read of an assignment. One use. */
final class Explanation {
    private final Prepared prepared;
    private final Outcome outcome;
    private final Polish.Result result;
    private final List<String> notes;

    Explanation(Prepared prepared, Outcome outcome, Polish.Result result, List<String> notes) {
        this.prepared = prepared;
        this.outcome = outcome;
        this.result = result;
        this.notes = notes;
    }

    /** @param waysOut of bands that can't all be met */
    Plan plan(List<WayOut> waysOut) {
        var standing = new Standing(prepared.problem(), result.assignment());
        PlanScore score = standing.score();
        List<Book> books = new BookKeeper(prepared, result.assignment()).books();
        List<PlannedMove> moves = new MoveReasons(prepared, outcome, result.assignment(), books).moves();
        Long least = outcome.boundCents();
        Double bound = score.feasible() && least != null ? (double) Math.min(least, score.cost()) : null;
        Double gap = bound == null ? null : (score.cost() - bound) / Math.max(1e-9, Math.abs(score.cost()));
        List<String> why = new Findings(prepared, standing, outcome.duals(), moves.size()).sentences(bound, gap);
        why.addAll(new Leanings(prepared, result.assignment()).sentences());
        why.addAll(notes);
        return new Plan(
                score.feasible() ? Plan.Status.FEASIBLE : Plan.Status.INFEASIBLE,
                reps(),
                moves,
                books,
                score.cost(),
                bound,
                gap,
                why,
                outcome.steps(),
                new Bindings(prepared, outcome.duals(), result.assignment()).all(),
                waysOut,
                prepared.exemptions());
    }

    private Map<SalesforceId, SalesforceId> reps() {
        var reps = new HashMap<SalesforceId, SalesforceId>();
        for (int unit = 0; unit < prepared.members().size(); unit++) {
            SalesforceId rep = prepared.roster().rep(result.assignment()[unit]).id();
            prepared.members().get(unit).forEach(account -> reps.put(account.id(), rep));
        }
        return reps;
    }
}
