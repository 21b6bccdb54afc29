package io.fairpatch.app.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;

/** Creates and drops databases of a server. Names are ours: letters, digits and underscores. */
final class Databases {
    /** Another process came first: before we looked, or while the server made both. */
    private static final Set<String> MADE_MEANWHILE = Set.of("42P04", "23505");

    private Databases() {}

    static DatabaseAddress ensure(DatabaseAddress admin, DatabaseAddress wanted, String name) {
        try (var connection = DriverManager.getConnection(admin.jdbcUrl(), admin.user(), admin.password());
                var find = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            find.setString(1, name);
            if (!find.executeQuery().next()) {
                create(connection, name);
            }
            return wanted;
        } catch (SQLException e) {
            throw EmbeddedServer.unreachable(admin, e);
        }
    }

    private static void create(java.sql.Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create database " + quoted(name) + " encoding 'UTF8' template template0");
        } catch (SQLException e) {
            if (!MADE_MEANWHILE.contains(Objects.requireNonNullElse(e.getSQLState(), ""))) {
                throw e;
            }
        }
    }

    static void drop(DatabaseAddress admin, String name) {
        try (var connection = DriverManager.getConnection(admin.jdbcUrl(), admin.user(), admin.password());
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + quoted(name) + " with (force)");
        } catch (SQLException e) {
            throw EmbeddedServer.unreachable(admin, e);
        }
    }

    private static String quoted(String name) {
        if (!name.matches("[a-z0-9_]{1,63}")) {
            throw new IllegalArgumentException("The database name (" + name + ") must be letters, digits, underscores");
        }
        return '"' + name + '"';
    }
}
