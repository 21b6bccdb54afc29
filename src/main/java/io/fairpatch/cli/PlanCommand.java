package io.fairpatch.cli;

import io.fairpatch.error.Category;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.JobKind;
import io.fairpatch.plan.scenario.Scenario;
import io.micronaut.context.BeanLocator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Computes territories; exits 3 when no plan meets all bands. */
@Command(
        name = "plan",
        description = "Compute territories from the last sync and score. Exits 3 when no plan meets all bands.",
        mixinStandardHelpOptions = true)
public final class PlanCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same data, configuration and seed give the same plan (default: ${DEFAULT-VALUE}).")
    private long seed;

    @CommandLine.Option(
            names = "--scenario",
            paramLabel = "NAME[:option=value,...]",
            description = "Plan a scenario instead of the usual plan (see: fairpatch compare --help).")
    private @Nullable String scenario;

    @CommandLine.Option(
            names = "--seconds",
            paramLabel = "N",
            description =
                    "End the search after this time, with the best plan so far; such a plan depends on the machine.")
    private @Nullable Double seconds;

    public PlanCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    @Override
    public Integer call() {
        var params = new HashMap<String, Object>(Map.of("seed", seed));
        if (scenario != null) {
            params.put("scenario", Scenario.parse(scenario).text());
        }
        if (seconds != null) {
            params.put("seconds", positive(seconds));
        }
        var result = new JobClient(house.get(), output).run(JobKind.PLAN, params, "command line");
        output.result(result, JobSentences.of(JobKind.PLAN, result));
        output.say("Next: ./fairpatch propose");
        return "feasible".equals(result.get("status")) ? 0 : Category.PENDING.exitCode();
    }

    private static double positive(double seconds) {
        if (seconds > 0) {
            return seconds;
        }
        throw Problem.of(ErrorCode.USAGE, "--seconds must be above 0, not " + seconds)
                .maybe("leave it out: the usual search ends by itself")
                .exception();
    }
}
