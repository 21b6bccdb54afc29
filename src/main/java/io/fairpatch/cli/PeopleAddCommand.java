package io.fairpatch.cli;

import io.fairpatch.access.ApiTokens;
import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Role;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.AuditTrail;
import io.fairpatch.model.SalesforceId;
import io.micronaut.context.BeanLocator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a person, or gives one a new password and other roles: what the admin at this machine may do. */
@Command(
        name = "add",
        description = {
            "Add a person who may sign in, or give one that exists other roles and a new password.",
            "The password is asked for, or read from FAIRPATCH_PASSWORD; at least 10 characters."
        },
        mixinStandardHelpOptions = true)
final class PeopleAddCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;
    private final Keyboard keyboard;

    @CommandLine.Mixin
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "As typed at sign-in: lower-case letters, digits and . _ @ + -")
    private String name = "";

    @Option(names = "--display", paramLabel = "TEXT", description = "The name that others see (default: NAME).")
    private @Nullable String display;

    @Option(
            names = "--role",
            required = true,
            split = ",",
            paramLabel = "ROLE",
            description = "One or more of ${COMPLETION-CANDIDATES}, with commas between.")
    private Set<Role> roles = Set.of();

    @Option(
            names = "--user",
            paramLabel = "ID",
            description = "Id of the person's user in the org; a manager decides on moves of those who report to it.")
    private @Nullable String user;

    PeopleAddCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.house = house;
        this.keyboard = keyboard;
        this.output = output;
    }

    @Override
    public Integer call() {
        var desk = new Desk(house.get());
        var person = person(desk.orgId());
        var people = desk.bean(PersonStore.class);
        var before = people.find(desk.orgId(), person.name())
                .map(PeopleAddCommand::roles)
                .orElse(List.of());
        boolean known = !before.isEmpty();
        var password = keyboard.password(person.name());
        desk.bean(AuditTrail.class)
                .note(
                        desk.orgId(),
                        "command line",
                        known ? "person.change" : "person.add",
                        person.name(),
                        Map.of("before", before, "roles", roles(person)));
        save(people, person, password);
        Arrays.fill(password, ' ');
        desk.bean(ApiTokens.class).revokeAll(person);
        var listed = PeopleCommand.Listed.of(person);
        output.result(listed, (known ? "Changed " : "Added ") + listed.text());
        return 0;
    }

    private static List<String> roles(Person person) {
        return person.roles().stream().map(Role::name).sorted().toList();
    }

    private Person person(SalesforceId org) {
        if (Person.isSystem(name)) {
            throw refused("The name " + name + " is the service's own", null);
        }
        try {
            var id = user == null ? null : SalesforceId.of(user);
            return new Person(org, name, display == null ? name : display, roles, id, roles.contains(Role.MANAGER));
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()), e);
        }
    }

    private static void save(PersonStore people, Person person, char[] password) {
        if (password.length < PersonStore.SHORTEST_PASSWORD) {
            throw refused(
                    "The password of " + person.name() + " (" + password.length + " characters) must have at least "
                            + PersonStore.SHORTEST_PASSWORD,
                    null);
        }
        people.save(person);
        people.setPassword(person, password);
    }

    private static RuntimeException refused(String what, @Nullable Exception cause) {
        var problem = Problem.of(ErrorCode.USAGE, what).maybe("see: ./fairpatch people add --help");
        return cause == null ? problem.exception() : problem.exception(cause);
    }
}
