package io.fairpatch.app.database;

/** A PostgreSQL server that has databases for us. */
public interface DatabaseServer extends AutoCloseable {
    /** The address of a database, which is created when missing. */
    DatabaseAddress database(String name);

    /** Removes a database with all it holds; for trial runs only. */
    void drop(String name);

    /** Leaves the server; an embedded one that we started stops. */
    @Override
    void close();
}
