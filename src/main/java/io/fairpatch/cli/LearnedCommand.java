package io.fairpatch.cli;

import io.fairpatch.access.Action;
import io.fairpatch.access.Rights;
import io.fairpatch.insight.land.LearnedSwitch;
import io.fairpatch.score.learn.Verdict;
import io.micronaut.context.BeanLocator;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks at the switch of the learned model, or turns it. */
@Command(
        name = "learned",
        description = {
            "Say whether win probabilities come from the learned model and whether it has earned that; on or off turns it.",
            "It is refused unless the model beat the rules on deals it had not seen, the 99 %% interval clear of zero."
        },
        mixinStandardHelpOptions = true)
public final class LearnedCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;
    private final Keyboard keyboard;

    @CommandLine.Mixin
    private final Output output;

    @Parameters(arity = "0..1", paramLabel = "on|off", description = "Turn the switch; needs --as and --reason.")
    private @Nullable Turn turn;

    @CommandLine.Mixin
    private final Desk.Signing signing = new Desk.Signing();

    public LearnedCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.house = house;
        this.keyboard = keyboard;
        this.output = output;
    }

    /** Which way. */
    public enum Turn {
        ON,
        OFF
    }

    /** What {@code --json} prints. */
    record Looked(boolean on, boolean earned, String verdict) {
        String text() {
            return "The learned model is " + (on ? "switched on" : "off") + ": " + verdict + ".";
        }
    }

    @Override
    public Integer call() {
        var desk = new Desk(house.get());
        var learned = desk.bean(LearnedSwitch.class);
        if (turn != null) {
            var actor = desk.person(signing, keyboard);
            Rights.require(actor, Action.PLAN);
            learned.turn(desk.orgId(), turn == Turn.ON, actor.name(), signing.reason());
        }
        var verdict = learned.verdict(desk.orgId());
        var looked = new Looked(
                learned.on(desk.orgId()), verdict.map(Verdict::earned).orElse(false), LearnedSwitch.words(verdict));
        output.result(looked, looked.text());
        if (turn != null) {
            output.say("Next: ./fairpatch score");
        }
        return 0;
    }
}
