package io.fairpatch.cli;

import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Role;
import io.micronaut.context.BeanLocator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lists who may sign in. */
@Command(
        name = "people",
        description = "List the people who may sign in; `people add` adds one.",
        mixinStandardHelpOptions = true)
public final class PeopleCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    private PeopleCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    /** The verb {@code people} with what can be done to them. */
    public static CommandLine create(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        return new CommandLine(new PeopleCommand(house, output))
                .addSubcommand("add", new PeopleAddCommand(house, keyboard, output));
    }

    /** A person as printed; never with a password. */
    record Listed(String name, String displayName, List<Role> roles) {
        static Listed of(Person person) {
            return new Listed(
                    person.name(),
                    person.displayName(),
                    person.roles().stream().sorted().toList());
        }

        String text() {
            var all = roles.stream()
                    .map(role -> role.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return String.format("%-16s %-24s %s", name, displayName, all);
        }
    }

    /** What {@code --json} prints. */
    record People(String org, List<Listed> people) {}

    @Override
    public Integer call() {
        var desk = new Desk(house.get());
        var people = desk.bean(PersonStore.class).list(desk.orgId()).stream()
                .map(Listed::of)
                .toList();
        var text = people.isEmpty()
                ? "Nobody may sign in to " + desk.org().name() + " yet."
                : people.stream().map(Listed::text).collect(Collectors.joining("\n"));
        output.result(new People(desk.orgId().value(), people), text);
        if (people.isEmpty()) {
            output.say("Next: ./fairpatch people add NAME --role OPS,APPROVER");
        }
        return 0;
    }
}
