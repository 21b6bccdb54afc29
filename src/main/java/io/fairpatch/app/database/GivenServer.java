package io.fairpatch.app.database;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL given by {@code FAIRPATCH_DB_URL}; trial runs get databases of their own beside the one it names. */
public record GivenServer(DatabaseAddress given) implements DatabaseServer {
    public static Optional<DatabaseServer> of(Map<String, String> environment) {
        var url = environment.get("FAIRPATCH_DB_URL");
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new GivenServer(new DatabaseAddress(
                jdbcUrl(url.strip()),
                environment.getOrDefault("FAIRPATCH_DB_USER", "postgres"),
                environment.getOrDefault("FAIRPATCH_DB_PASSWORD", ""))));
    }

    /** Both spellings of the scheme are common, and hosts give one with name and password in it. */
    private static String jdbcUrl(String url) {
        var jdbcUrl =
                (url.startsWith("jdbc:") ? url : "jdbc:" + url).replaceFirst("^jdbc:postgres:", "jdbc:postgresql:");
        if (!jdbcUrl.startsWith("jdbc:postgresql:")
                || jdbcUrl.replaceFirst("[?].*$", "").contains("@")) {
            throw Problem.of(
                            ErrorCode.CONFIG_INVALID,
                            "The database's address is not one of a PostgreSQL without name and password")
                    .at("FAIRPATCH_DB_URL")
                    .maybe("write postgresql://HOST:5432/DATABASE; name and password go into FAIRPATCH_DB_USER and"
                            + " FAIRPATCH_DB_PASSWORD")
                    .exception();
        }
        return jdbcUrl;
    }

    @Override
    public DatabaseAddress database(String name) {
        if (name.equals("fairpatch")) {
            return given;
        }
        return Databases.ensure(given, beside(name), name);
    }

    private DatabaseAddress beside(String name) {
        var uri = URI.create(given.jdbcUrl().substring("jdbc:".length()));
        var query = uri.getQuery() == null ? "" : "?" + uri.getQuery();
        return new DatabaseAddress(
                "jdbc:postgresql://" + uri.getAuthority() + "/" + name + query, given.user(), given.password());
    }

    @Override
    public void drop(String name) {
        Databases.drop(given, name);
    }

    @Override
    public void close() {}
}
