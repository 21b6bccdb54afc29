package io.fairpatch.app.demo;

import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Role;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.BookView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The people of the practice org. Their password is no secret: the pages listen on this machine only. */
final class DemoPeople {
    static final String PASSWORD = "fairpatch-demo";
    static final String OPS = "olivia";
    static final String APPROVER = "andrea";
    static final String SECOND_APPROVER = "bruno";

    private static final String MANAGER = "maria";
    private static final String REP = "ruben";

    private DemoPeople() {}

    /** Someone to sign in as. */
    record Login(String name, String displayName, Set<Role> roles, String does) {
        private Person person(SalesforceId org) {
            return new Person(org, name, displayName, roles, null, roles.contains(Role.MANAGER));
        }
    }

    static List<Login> logins() {
        return List.of(
                new Login(OPS, "Olivia Ops", Set.of(Role.OPS), "plans, reviews and submits"),
                new Login(APPROVER, "Andrea Approver", Set.of(Role.APPROVER, Role.OPS), "decides, approves, commits"),
                new Login(SECOND_APPROVER, "Bruno Approver", Set.of(Role.APPROVER), "decides and approves"),
                new Login(MANAGER, "Maria Manager", Set.of(Role.MANAGER), "decides on moves of a team"),
                new Login(REP, "Ruben Rep", Set.of(Role.REP), "sees the own territory"),
                new Login("ada", "Ada Admin", Set.of(Role.ADMIN), "installs, checks, keeps people"),
                new Login("victor", "Victor Viewer", Set.of(Role.VIEWER), "looks on"));
    }

    /** What the sign-in page shows: name, password and what the person does. */
    static List<String> hints() {
        return logins().stream()
                .map(login -> login.name() + ":" + PASSWORD + ":" + login.does())
                .toList();
    }

    /** Makes the manager the one with the largest team, and the rep the one whose book changes most, unless linked. */
    static void link(PersonStore people, SalesforceId org, List<BookView> books) {
        books.stream()
                .map(BookView::managerId)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(most -> link(people, org, MANAGER, SalesforceId.of(most.getKey())));
        books.stream()
                .filter(BookView::active)
                .max(Comparator.comparingInt(view -> Math.abs(
                        view.book().after().accounts() - view.book().before().accounts())))
                .ifPresent(most -> link(people, org, REP, most.book().rep()));
    }

    private static void link(PersonStore people, SalesforceId org, String name, SalesforceId user) {
        people.find(org, name)
                .filter(person -> person.userId() == null)
                .ifPresent(person -> people.save(
                        new Person(org, person.name(), person.displayName(), person.roles(), user, person.manager())));
    }

    /** Adds the people that are missing. */
    static void ensure(PersonStore people, SalesforceId org) {
        var missing = logins().stream()
                .filter(login -> people.find(org, login.name()).isEmpty())
                .map(login -> login.person(org))
                .toList();
        missing.forEach(people::save);
        people.setSharedPassword(missing, PASSWORD.toCharArray());
    }
}
