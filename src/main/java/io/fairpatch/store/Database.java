package io.fairpatch.store;

import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The way to the database. */
public final class Database {
    private Database() {}

    /** Jdbi over {@code source} with PostgreSQL's types (arrays, java.time, UUID). Thread-safe; make one and keep it. */
    public static Jdbi jdbi(DataSource source) {
        return Jdbi.create(source).installPlugin(new PostgresPlugin());
    }
}
