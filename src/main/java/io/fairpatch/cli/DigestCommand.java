package io.fairpatch.cli;

import io.fairpatch.access.Person;
import io.fairpatch.jobs.DigestRounds;
import io.fairpatch.review.digest.Digest;
import io.micronaut.context.BeanLocator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what people would be told, or tells them. */
@Command(
        name = "digest",
        description = {
            "Show what people would be told: who decides, what waits; a rep, once, what a commit did to the own book.",
            "With --send it goes by mail, or signed to a webhook: whichever connector.yml names under digest:."
        },
        mixinStandardHelpOptions = true)
public final class DigestCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;
    private final Keyboard keyboard;

    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Mixin
    private final Desk.Acting acting = new Desk.Acting();

    @Option(names = "--send", description = "Send it; without this it is only shown.")
    private boolean send;

    public DigestCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.house = house;
        this.keyboard = keyboard;
        this.output = output;
    }

    /** What {@code --json} prints for one person. */
    record Shown(String person, String subject, List<String> lines) {
        static Shown of(Digest digest) {
            return new Shown(digest.person().name(), digest.subject(), digest.lines());
        }

        String text() {
            return "To " + person + ": " + subject + "\n"
                    + lines.stream()
                            .map(line -> "  " + Words.plain(line) + "\n")
                            .collect(Collectors.joining());
        }
    }

    @Override
    public Integer call() {
        var desk = new Desk(house.get());
        Person person = desk.person(acting, keyboard);
        var rounds = desk.bean(DigestRounds.class);
        if (send) {
            var sent = rounds.send(desk.orgId(), person);
            output.result(
                    sent,
                    Words.count(sent.sent(), "digest was", "digests were") + " handed over, " + sent.failed()
                            + " not taken.");
            return 0;
        }
        var shown = rounds.preview(desk.orgId(), person).stream().map(Shown::of).toList();
        output.result(
                shown,
                shown.isEmpty()
                        ? "There is nothing new to tell anybody."
                        : shown.stream().map(Shown::text).collect(Collectors.joining()));
        return 0;
    }
}
