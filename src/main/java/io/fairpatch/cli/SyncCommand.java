package io.fairpatch.cli;

import io.fairpatch.jobs.CurrentOrg;
import io.fairpatch.jobs.JobKind;
import io.micronaut.context.BeanLocator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Copies the org. */
@Command(
        name = "sync",
        description = "Copy accounts, opportunities and users of the org into the database. Writes nothing to the org.",
        mixinStandardHelpOptions = true)
public final class SyncCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    @Option(names = "--full", description = "Copy everything again, which this version always does.")
    private boolean full;

    public SyncCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    @Override
    public Integer call() {
        var beans = house.get();
        var org = beans.getBean(CurrentOrg.class).connect();
        var result = new LinkedHashMap<String, Object>();
        result.put("org", org.name());
        result.put("orgId", org.id().value());
        result.put("production", org.production());
        result.putAll(new JobClient(beans, output).run(JobKind.SYNC, Map.of("full", full), "command line"));
        output.result(result, JobSentences.of(JobKind.SYNC, result));
        output.say("Next: ./fairpatch score");
        return 0;
    }
}
