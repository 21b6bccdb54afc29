package io.fairpatch.plan;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.rules.Polish;
import io.fairpatch.plan.start.Start;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a plan that people can read of an assignment. One use. */
final class Explanation {
    private final Prepared prepared;
    private final Start start;
    private final Polish.Result result;
    private final List<String> notes;

    Explanation(Prepared prepared, Start start, Polish.Result result, List<String> notes) {
        this.prepared = prepared;
        this.start = start;
        this.result = result;
        this.notes = notes;
    }

    Plan plan() {
        var standing = new Standing(prepared.problem(), result.assignment());
        PlanScore score = standing.score();
        List<Book> books = new BookKeeper(prepared, result.assignment()).books();
        List<PlannedMove> moves = new MoveReasons(prepared, start.prices(), result.assignment(), books).moves();
        Double bound = score.feasible() ? Math.min(start.bound(), score.cost()) : null;
        Double gap = bound == null ? null : (score.cost() - bound) / Math.max(1e-9, Math.abs(score.cost()));
        List<String> why = new Findings(prepared, standing, start.prices(), moves.size()).sentences(bound, gap);
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
                result.steps());
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
