package io.fairpatch.cli;

import io.fairpatch.access.ApiTokens;
import io.fairpatch.access.SignIn;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.AuditTrail;
import io.micronaut.context.BeanLocator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives a person a token for the commands that need one. */
@Command(
        name = "token",
        description = {
            "Print a token for a person, once; put it into FAIRPATCH_TOKEN for approve and commit.",
            "The password is asked for, or read from FAIRPATCH_PASSWORD."
        },
        mixinStandardHelpOptions = true)
public final class TokenCommand implements Callable<Integer> {
    private static final int MOST_DAYS = 90;

    private final Supplier<BeanLocator> house;
    private final Keyboard keyboard;

    @CommandLine.Mixin
    private final Output output;

    @Option(names = "--as", required = true, paramLabel = "PERSON", description = "Whose token.")
    private String name = "";

    @Option(
            names = "--days",
            defaultValue = "7",
            paramLabel = "N",
            description = "How long it is in force, 1 to " + MOST_DAYS + " days (${DEFAULT-VALUE}).")
    private int days;

    public TokenCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.house = house;
        this.keyboard = keyboard;
        this.output = output;
    }

    /** What {@code --json} prints. */
    record Issued(String person, String token, Instant expiresAt) {}

    @Override
    public Integer call() {
        if (days < 1 || days > MOST_DAYS) {
            throw Problem.of(ErrorCode.USAGE, "--days (" + days + ") must be 1 to " + MOST_DAYS)
                    .maybe("leave it away for 7 days")
                    .exception();
        }
        var desk = new Desk(house.get());
        var password = keyboard.password(name);
        var person = desk.bean(SignIn.class).signIn(desk.orgId(), name, password);
        Arrays.fill(password, ' ');
        var lifetime = Duration.ofDays(days);
        desk.bean(AuditTrail.class)
                .note(desk.orgId(), person.name(), "token.issue", person.name(), Map.of("days", days));
        var token = desk.bean(ApiTokens.class).issue(person, "command line", lifetime);
        var expires = desk.bean(Clock.class).instant().plus(lifetime).truncatedTo(ChronoUnit.SECONDS);
        output.result(new Issued(person.name(), token, expires), token);
        output.say("In force until " + expires + ", for " + person.displayName()
                + ". It is shown this once: export FAIRPATCH_TOKEN=...");
        return 0;
    }
}
