package io.fairpatch.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands and a service on one home folder: real processes, since locks are between processes. */
class SharedServerTest {
    /** As a shell brings along that came from another machine. */
    private static final String NOT_INSTALLED = "xx_YY.UTF-8";

    @TempDir
    private Path folder;

    /** Uses the server from a process of its own until it is told to leave. */
    static final class User {
        private User() {}

        public static void main(String[] arguments) throws IOException {
            DatabaseServer server = EmbeddedServer.open(Path.of(arguments[0]));
            System.out.println(server.database("fairpatch").jdbcUrl());
            System.in.read();
            server.close();
        }
    }

    private record Other(Process process, BufferedReader out) {
        static Other start(Path folder) throws IOException {
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            User.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("LC_ALL", NOT_INSTALLED);
            var process = builder.start();
            return new Other(process, process.inputReader());
        }

        String url() throws IOException {
            return String.valueOf(out.readLine());
        }

        void leave() throws IOException, InterruptedException {
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        }
    }

    @Test
    void who_came_first_leaves_without_taking_the_database_from_the_others() throws Exception {
        var first = Other.start(folder);
        var second = Other.start(folder);
        var url = first.url();
        assertThat(second.url()).as("both began at once on an empty folder").isEqualTo(url);

        DatabaseServer third = EmbeddedServer.open(folder);
        first.leave();
        second.process().destroyForcibly().waitFor();
        DatabaseAddress ours = third.database("fairpatch");

        assertThat(ours.jdbcUrl()).isEqualTo(url);
        assertThat(lower(ours, "ÄÖ")).isEqualTo("äö");
        third.close();
        assertThatThrownBy(() -> lower(ours, "A")).isInstanceOf(SQLException.class);
        assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
        saysWhyItDoesNotStart(folder);
    }

    /** And does not wait for what does not come. */
    private static void saysWhyItDoesNotStart(Path folder) throws IOException {
        Files.writeString(folder.resolve("data/postgresql.auto.conf"), "max_wal_size = 'huge'");
        long begun = System.nanoTime();
        assertThatThrownBy(() -> EmbeddedServer.open(folder)).isInstanceOfSatisfying(FairpatchException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.DATABASE_UNREACHABLE);
            assertThat(e.problem().why()).contains("postgresql.auto.conf\" contains errors");
        });
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    }

    private static String lower(DatabaseAddress address, String text) throws SQLException {
        try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                var statement = connection.prepareStatement("SELECT lower(?)")) {
            statement.setString(1, text);
            var rows = statement.executeQuery();
            rows.next();
            return rows.getString(1);
        }
    }
}
