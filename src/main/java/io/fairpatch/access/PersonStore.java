package io.fairpatch.access;

import io.fairpatch.model.SalesforceId;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The people of the installation. */
@Singleton
public final class PersonStore {
    /** Characters that a password must have at least. */
    public static final int SHORTEST_PASSWORD = 10;

    private final Jdbi jdbi;
    private final SecureRandom random;

    public PersonStore(Jdbi jdbi, SecureRandom random) {
        this.jdbi = jdbi;
        this.random = random;
    }

    /** Adds the person, or replaces display name, roles and user of one that exists; the password stays. */
    public void save(Person person) {
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        INSERT INTO person (org_id, name, display_name, roles, user_id, manager)
                        VALUES (:org, :name, :displayName, :roles, :userId, :manager)
                        ON CONFLICT (org_id, name) DO UPDATE
                        SET display_name = :displayName, roles = :roles, user_id = :userId, manager = :manager
                        """)
                .bind("org", person.org().value())
                .bind("name", person.name())
                .bind("displayName", person.displayName())
                .bind("roles", person.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .bind("userId", text(person.userId()))
                .bind("manager", person.manager())
                .execute());
    }

    /**
     * Sets the password and ends every session of the person.
     *
     * @throws IllegalArgumentException when it is shorter than 10 characters
     */
    public void setPassword(Person person, char[] password) {
        keep(person, hash(person, password));
    }

    /**
     * Sets one password for several people and ends their sessions. They share one hash, salt included, as slow to
     * guess as any other but derived once (0.14 s of one core): for made-up people whose password is no secret.
     *
     * @throws IllegalArgumentException when it is shorter than 10 characters
     */
    public void setSharedPassword(List<Person> people, char[] password) {
        if (!people.isEmpty()) {
            String hash = hash(people.get(0), password);
            people.forEach(person -> keep(person, hash));
        }
    }

    private String hash(Person person, char[] password) {
        if (password.length < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("The password of " + person.name() + " (" + password.length
                    + " characters) must have at least " + SHORTEST_PASSWORD);
        }
        return PasswordHash.of(password, random).text();
    }

    private void keep(Person person, String hash) {
        jdbi.useTransaction(h -> {
            h.createUpdate("UPDATE person SET password_hash = :hash WHERE org_id = :org AND name = :name")
                    .bind("hash", hash)
                    .bind("org", person.org().value())
                    .bind("name", person.name())
                    .execute();
            h.createUpdate("DELETE FROM session WHERE org_id = :org AND person = :name")
                    .bind("org", person.org().value())
                    .bind("name", person.name())
                    .execute();
        });
    }

    public Optional<Person> find(SalesforceId org, String name) {
        return jdbi.withHandle(h -> find(h, org, name));
    }

    /** The person who is this user of the org; the first by name when several are. */
    public Optional<Person> byUser(SalesforceId org, SalesforceId user) {
        return list(org).stream().filter(person -> user.equals(person.userId())).findFirst();
    }

    /** All people of the installation by name. */
    public List<Person> list(SalesforceId org) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM person WHERE org_id = :org ORDER BY name")
                .bind("org", org.value())
                .map((row, context) -> person(row))
                .list());
    }

    static Optional<Person> find(Handle handle, SalesforceId org, String name) {
        return handle.createQuery("SELECT * FROM person WHERE org_id = :org AND name = :name")
                .bind("org", org.value())
                .bind("name", name)
                .map((row, context) -> person(row))
                .findOne();
    }

    static Person person(ResultSet row) throws SQLException {
        Array roles = row.getArray("roles");
        String userId = row.getString("user_id");
        return new Person(
                SalesforceId.of(row.getString("org_id")),
                row.getString("name"),
                row.getString("display_name"),
                Arrays.stream((String[]) roles.getArray()).map(Role::valueOf).collect(Collectors.toSet()),
                userId == null ? null : SalesforceId.of(userId),
                row.getBoolean("manager"));
    }

    private static @Nullable String text(@Nullable SalesforceId id) {
        return id == null ? null : id.value();
    }
}
