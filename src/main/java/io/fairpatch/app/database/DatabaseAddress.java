package io.fairpatch.app.database;

/** Where a PostgreSQL answers and as whom we sign in. */
public record DatabaseAddress(String jdbcUrl, String user, String password) {
    @Override
    public String toString() {
        // what follows may hold a password
        return jdbcUrl.replaceFirst("[?].*$", "") + " as " + user;
    }
}
