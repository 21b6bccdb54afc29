package io.fairpatch.app.demo;

import io.fairpatch.cli.JobClient;
import io.fairpatch.cli.Output;
import io.fairpatch.jobs.JobKind;
import io.micronaut.context.BeanLocator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Sync, score, plan, propose, one after the other, with the time each took. */
final class Pipeline {
    private final JobClient client;
    private final Output output;
    private final Map<JobKind, Double> seconds = new EnumMap<>(JobKind.class);

    Pipeline(BeanLocator beans, Output output) {
        this.client = new JobClient(beans, output);
        this.output = output;
    }

    /** Runs one use case and says how long it took. */
    Map<String, Object> run(JobKind kind, Map<String, Object> params, String person) {
        long begin = System.nanoTime();
        var result = client.run(kind, params, person);
        var took = (System.nanoTime() - begin) / 1e9;
        seconds.put(kind, took);
        output.say(String.format(Locale.ROOT, "%-8s done in %.1f s", kind.label(), took));
        return result;
    }

    /** Seconds a kind took, 0 when it did not run. */
    double seconds(JobKind kind) {
        return Math.round(seconds.getOrDefault(kind, 0.0) * 1000) / 1000.0;
    }
}
