package io.fairpatch.app.demo;

import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Role;
import io.fairpatch.model.SalesforceId;
import java.util.List;
import java.util.Set;

/** The people of the practice org. Their password is no secret: the pages listen on this machine only. */
final class DemoPeople {
    static final String PASSWORD = "fairpatch-demo";
    static final String OPS = "olivia";
    static final String APPROVER = "andrea";
    static final String SECOND_APPROVER = "bruno";

    private DemoPeople() {}

    /** Someone to sign in as. */
    record Login(String name, String displayName, Set<Role> roles, String does) {}

    static List<Login> logins() {
        return List.of(
                new Login(OPS, "Olivia Ops", Set.of(Role.OPS), "plans, reviews and submits"),
                new Login(APPROVER, "Andrea Approver", Set.of(Role.APPROVER, Role.OPS), "decides, approves, commits"),
                new Login(SECOND_APPROVER, "Bruno Approver", Set.of(Role.APPROVER), "decides and approves"),
                new Login("maria", "Maria Manager", Set.of(Role.MANAGER), "decides on moves of a team"),
                new Login("ada", "Ada Admin", Set.of(Role.ADMIN), "installs, checks, keeps people"),
                new Login("victor", "Victor Viewer", Set.of(Role.VIEWER), "looks on"));
    }

    /** What the sign-in page shows: name, password and what the person does. */
    static List<String> hints() {
        return logins().stream()
                .map(login -> login.name() + ":" + PASSWORD + ":" + login.does())
                .toList();
    }

    /** Adds the people that are missing. */
    static void ensure(PersonStore people, SalesforceId org) {
        for (var login : logins()) {
            if (people.find(org, login.name()).isEmpty()) {
                var person = new Person(
                        org,
                        login.name(),
                        login.displayName(),
                        login.roles(),
                        null,
                        login.roles().contains(Role.MANAGER));
                people.save(person);
                people.setPassword(person, PASSWORD.toCharArray());
            }
        }
    }
}
