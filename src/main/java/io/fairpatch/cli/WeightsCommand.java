package io.fairpatch.cli;

import io.fairpatch.access.Action;
import io.fairpatch.access.Rights;
import io.fairpatch.insight.land.ScoringModels;
import io.fairpatch.insight.land.ScoringModels.Weights;
import io.micronaut.context.BeanLocator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at the weights of the score, or puts others in force. */
@Command(
        name = "weights",
        description = {
            "Print the weights of the score and the cuts of its tiers; with --set put others in force.",
            "Scores already kept stay as they are and name their version; the change is logged."
        },
        mixinStandardHelpOptions = true)
public final class WeightsCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;
    private final Keyboard keyboard;

    @CommandLine.Mixin
    private final Output output;

    @Option(
            names = "--set",
            paramLabel = "WEIGHT=NUMBER",
            description = "Another value, for example fit=0.6. May be given several times; needs --as and --reason.")
    private final Map<String, Double> changes = new LinkedHashMap<>();

    @CommandLine.Mixin
    private final Desk.Signing signing = new Desk.Signing();

    public WeightsCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.house = house;
        this.keyboard = keyboard;
        this.output = output;
    }

    /** What {@code --json} prints. */
    record Printed(int version, Map<String, Double> weights) {
        String text() {
            return "Version " + version + " of the weights is in force.\n"
                    + weights.entrySet().stream()
                            .map(entry -> String.format("%-14s %s", entry.getKey(), entry.getValue()))
                            .collect(Collectors.joining("\n"));
        }
    }

    @Override
    public Integer call() {
        var desk = new Desk(house.get());
        var models = desk.bean(ScoringModels.class);
        var before = models.current(desk.orgId());
        if (!changes.isEmpty()) {
            var actor = desk.person(signing, keyboard);
            Rights.require(actor, Action.PLAN);
            var weights = Weights.of(before).with(changes);
            models.change(desk.orgId(), before.version(), weights, actor.name(), signing.reason());
        }
        var now = models.current(desk.orgId());
        var printed = new Printed(now.version(), Weights.of(now).named());
        output.result(printed, printed.text());
        if (!changes.isEmpty()) {
            output.say("Next: ./fairpatch score");
        }
        return 0;
    }
}
