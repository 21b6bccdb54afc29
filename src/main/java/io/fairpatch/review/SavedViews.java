package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Filters that a person gave a name. Thread-safe. */
@Singleton
public final class SavedViews {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 2_000;
    private static final int MOST = 50;

    private final Jdbi jdbi;

    public SavedViews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @param query the filter as a query string */
    public record SavedView(String name, String query) {}

    /** The person's own, by name. */
    public List<SavedView> of(Person person) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT name, query FROM saved_view WHERE org_id = :org AND person = :person
                        ORDER BY lower(name), name LIMIT :most
                        """)
                .bind("org", person.org().value())
                .bind("person", person.name())
                .bind("most", MOST)
                .map((row, context) -> new SavedView(row.getString("name"), row.getString("query")))
                .list());
    }

    /** Keeps a filter; one of the same name is replaced. */
    public void save(Person person, String typedName, String query) {
        String name = typedName.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
            throw Problem.of(
                            ErrorCode.REQUEST_INVALID,
                            "The name of a view must have 1 to " + LONGEST_NAME + " characters")
                    .maybe("give it a shorter name")
                    .exception();
        }
        jdbi.useHandle(h -> h.createUpdate(
                        """
                        INSERT INTO saved_view (org_id, person, name, query) VALUES (:org, :person, :name, :query)
                        ON CONFLICT (org_id, person, name) DO UPDATE SET query = :query
                        """)
                .bind("org", person.org().value())
                .bind("person", person.name())
                .bind("name", name)
                .bind("query", query)
                .execute());
    }

    /** Forgets a view; nothing happens when there is none of that name. */
    public void forget(Person person, String name) {
        jdbi.useHandle(
                h -> h.createUpdate("DELETE FROM saved_view WHERE org_id = :org AND person = :person AND name = :name")
                        .bind("org", person.org().value())
                        .bind("person", person.name())
                        .bind("name", name)
                        .execute());
    }
}
