package io.fairpatch.cli;

import io.fairpatch.jobs.CurrentOrg;
import io.fairpatch.jobs.JobKind;
import io.micronaut.context.BeanLocator;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The verbs that run one job and print its result: sync, score, propose. */
@Command(mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private final JobKind kind;
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    public RunCommand(JobKind kind, Supplier<BeanLocator> house, Output output) {
        this.kind = kind;
        this.house = house;
        this.output = output;
    }

    @Override
    public Integer call() {
        var beans = house.get();
        if (kind == JobKind.SYNC) {
            beans.getBean(CurrentOrg.class).connect();
        }
        var result = new JobClient(beans, output).run(kind, Map.of(), "command line");
        output.result(result, text(result));
        return 0;
    }

    static String text(Map<String, Object> result) {
        return result.entrySet().stream()
                .map(entry -> String.format("%-12s %s", entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
