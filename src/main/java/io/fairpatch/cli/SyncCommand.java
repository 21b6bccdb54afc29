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
        description = {
            "Copy accounts, opportunities, users and what belongs to them into the database. Writes nothing to the org.",
            "The first sync reads everything; later ones what changed. A sync that broke off is gone on with."
        },
        mixinStandardHelpOptions = true)
public final class SyncCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    @Option(
            names = "--full",
            description = "Read every record again. Without it only what changed since the last sync is read.")
    private boolean full;

    @Option(
            names = "--accept-deletes",
            description = "Believe the org when it no longer shows more than 2 %% of an object's records.")
    private boolean acceptDeletes;

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
        result.putAll(new JobClient(beans, output)
                .run(JobKind.SYNC, Map.of("full", full, "acceptDeletes", acceptDeletes), "command line"));
        output.result(result, JobSentences.of(JobKind.SYNC, result));
        output.say("Next: ./fairpatch score");
        return 0;
    }
}
