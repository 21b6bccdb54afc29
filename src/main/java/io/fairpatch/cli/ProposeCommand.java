package io.fairpatch.cli;

import io.fairpatch.jobs.JobKind;
import io.micronaut.context.BeanLocator;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Makes a plan a proposal. */
@Command(
        name = "propose",
        description = "Make the newest plan a proposal and submit it for review. Writes nothing to the org.",
        mixinStandardHelpOptions = true)
public final class ProposeCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Option(
            names = "--scenario",
            paramLabel = "NAME[:option=value,...]",
            description = "Propose this scenario as last compared, instead of the newest plan.")
    private @Nullable String scenario;

    @CommandLine.Option(
            names = "--effective",
            paramLabel = "DAY",
            description = "The day from which the moves hold, written as the assigned date (default: today).")
    private @Nullable LocalDate effective;

    public ProposeCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    @Override
    public Integer call() {
        var params = new HashMap<String, Object>();
        if (scenario != null) {
            params.put("scenario", scenario);
        }
        if (effective != null) {
            params.put("effective", effective.toString());
        }
        var result = new JobClient(house.get(), output).run(JobKind.PROPOSE, params, "command line");
        output.result(result, JobSentences.of(JobKind.PROPOSE, result));
        output.say("Next: ./fairpatch diff, or ./fairpatch serve to review it on the pages");
        return 0;
    }
}
