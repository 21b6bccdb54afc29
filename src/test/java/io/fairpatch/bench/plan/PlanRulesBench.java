package io.fairpatch.bench.plan;

import io.fairpatch.bench.Bench;
import io.fairpatch.bench.BenchOptions;
import io.fairpatch.bench.Figure;
import io.fairpatch.plan.RulesMeasured;
import io.fairpatch.plan.StageClock;
import io.fairpatch.plan.rules.OptaPlannerAlone;
import java.util.List;
import java.util.Map;

/** The demo org under all rules, OptaPlanner alone beside it. */
public final class PlanRulesBench implements Bench {
    /** Seconds that proving and explaining take after the search. */
    private static final double EXPLAINING = 10;

    @Override
    public String name() {
        return "plan-rules";
    }

    @Override
    public String about() {
        return "all rules on the demo org: proven gap and time, OptaPlanner alone beside it";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("accounts", "100000", "reps", "500", "gap", "2", "seconds", "90");
    }

    @Override
    public List<Figure> run(BenchOptions options) {
        int accounts = options.number("accounts");
        int reps = options.number("reps");
        double gap = options.decimal("gap");
        double seconds = options.decimal("seconds");
        var measured = RulesMeasured.of(accounts, reps, seconds - EXPLAINING, new StageClock(System.err));
        OptaPlannerAlone theirs = measured.optaPlanner();
        String size = accounts + " accounts x " + reps + " reps, all rules, ";
        return List.of(
                Figure.atMost(size + "proven gap", 100 * measured.gap(), "%", gap),
                Figure.atMost(size + "planning", measured.seconds(), "s", seconds),
                Figure.atMost(size + "hard rules broken", measured.ours().broken(), "accounts", 0),
                Figure.beside(
                        size + "outside the bands",
                        measured.ours().outside() / 100.0,
                        "% of targets",
                        "OptaPlanner alone",
                        theirs.score().outside() / 100.0),
                Figure.beside(
                        size + "cost a year",
                        measured.ours().cost() / 100.0,
                        "dollars",
                        "OptaPlanner alone",
                        theirs.score().cost() / 100.0),
                Figure.plain(size + "moves OptaPlanner tried in that time", theirs.moves(), "moves"));
    }
}
