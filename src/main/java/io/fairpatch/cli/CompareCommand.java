package io.fairpatch.cli;

import io.fairpatch.jobs.JobKind;
import io.fairpatch.jobs.ScenarioRun;
import io.fairpatch.jobs.Scenarios;
import io.fairpatch.plan.scenario.Comparison;
import io.fairpatch.plan.scenario.Comparison.Column;
import io.micronaut.context.BeanLocator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Plans scenarios and shows them side by side. */
@Command(
        name = "compare",
        description = {
            "Plan scenarios on the last sync and score and show them side by side; * marks the best of a row.",
            "Scenarios: rebalance, from-scratch, geography, industry, size, hybrid, quarterly[:share=0.05], annual,",
            "scale[:reps=5,ramp=new], leaver:rep=NAME, surge[:industry=X,state=Y,by=1.5]. All take protect=NAME+NAME,",
            "moves=N, band=0.09 and weights of the goals: travel=2, relationship, fit, mix, handover, learning (0 leaves one out)."
        },
        mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Option(
            names = "--scenario",
            paramLabel = "NAME[:option=value,...]",
            description = "One scenario; give it again for each (default: scenarios in planning.yml).")
    private List<String> scenarios = List.of();

    @CommandLine.Option(
            names = "--remedies",
            description =
                    "Also plan one more rep, to weigh moving accounts against changing reps and adjusting quotas.")
    private boolean remedies;

    @CommandLine.Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same data, configuration and seed give the same plans (default: ${DEFAULT-VALUE}).")
    private long seed;

    public CompareCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    @Override
    public Integer call() {
        var desk = new Desk(house.get());
        var all = desk.bean(Scenarios.class);
        var params = all.params(wanted(all), seed);
        var result = desk.jobs(output).run(JobKind.COMPARE, params, "command line");
        List<Column> columns = ((List<?>) result.getOrDefault("scenarios", List.of()))
                .stream().map(made -> column(all, desk, made)).toList();
        output.result(result, ComparisonText.of(new Comparison(columns)));
        output.say("Next: ./fairpatch propose --scenario NAME");
        return 0;
    }

    private List<String> wanted(Scenarios all) {
        if (!remedies) {
            return scenarios;
        }
        List<String> base = scenarios.isEmpty() ? all.usual() : scenarios;
        return Stream.concat(base.stream(), Stream.of("scale:reps=1")).toList();
    }

    private static Column column(Scenarios all, Desk desk, Object made) {
        long id = made instanceof Map<?, ?> map && map.get("id") instanceof Number number ? number.longValue() : 0;
        ScenarioRun run = all.get(desk.orgId(), id);
        return run.column();
    }
}
