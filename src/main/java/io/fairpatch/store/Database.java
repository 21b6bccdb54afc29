package io.fairpatch.store;

import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The way to the database. */
public final class Database {
    private Database() {}

    /** Jdbi over {@code source} with PostgreSQL's types (arrays, java.time, UUID). Thread-safe; make one and keep it. */
    public static Jdbi jdbi(DataSource source) {
        return jdbi(source::getConnection);
    }

    /** The same over connections that are waited for in a way of their own. */
    public static Jdbi jdbi(ConnectionFactory connections) {
        return Jdbi.create(connections).installPlugin(new PostgresPlugin());
    }
}
