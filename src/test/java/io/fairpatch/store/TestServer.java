package io.fairpatch.store;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A running PostgreSQL, in a container where an engine answers, else embedded; says which and why once on stderr. Its
 * hundreds of databases live for seconds: nothing looks around in them for what to vacuum.
 */
final class TestServer {
    private static final String IMAGE = "postgres:17-alpine";
    private static final int PULL_SECONDS = 60;
    private static final String MAX_CONNECTIONS = "300";

    private final Function<String, DataSource> databases;

    private TestServer(Function<String, DataSource> databases) {
        this.databases = databases;
    }

    static TestServer start() {
        String wanted = Optional.ofNullable(System.getenv("FAIRPATCH_TEST_DB"))
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return switch (wanted) {
            case "container" -> container();
            case "embedded" -> embedded("FAIRPATCH_TEST_DB=embedded asks for it");
            case "" -> whyNoContainer().map(TestServer::embedded).orElseGet(TestServer::container);
            default ->
                throw new IllegalArgumentException("FAIRPATCH_TEST_DB (" + wanted + ") must be embedded or container");
        };
    }

    /** Unpooled connections to a database of this server. */
    DataSource database(String name) {
        return databases.apply(name);
    }

    private static TestServer embedded(String why) {
        System.err.println("Tests run on embedded PostgreSQL: " + why);
        try {
            var data = Files.createTempDirectory("fairpatch-tests-");
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("max_connections", MAX_CONNECTIONS)
                    .setServerConfig("autovacuum", "off")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data), "tests-server-stop"));
            return new TestServer(name -> server.getDatabase("postgres", name));
        } catch (IOException e) {
            throw new UncheckedIOException("Embedded PostgreSQL did not start: " + e.getMessage(), e);
        }
    }

    /** Hundreds of databases are 600 files each: a process of its own deletes them, for which no test run has to wait. */
    private static void stop(EmbeddedPostgres server, Path data) {
        try {
            server.close();
            new ProcessBuilder("rm", "-rf", data.toString())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("Embedded PostgreSQL did not stop: " + e.getMessage(), e);
        }
    }

    private static TestServer container() {
        System.err.println("Tests run on PostgreSQL in a container: " + IMAGE);
        var server = new PostgreSQLContainer(IMAGE)
                .withCommand("postgres", "-c", "max_connections=" + MAX_CONNECTIONS, "-c", "autovacuum=off");
        server.start();
        return new TestServer(name -> {
            var source = new PGSimpleDataSource();
            source.setURL("jdbc:postgresql://" + server.getHost() + ":" + server.getMappedPort(5432) + "/" + name);
            source.setUser(server.getUsername());
            source.setPassword(server.getPassword());
            return source;
        });
    }

    /** Why no container can be used; empty when one can. */
    private static Optional<String> whyNoContainer() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("no container engine answers");
        }
        try {
            return pull(DockerClientFactory.lazyClient());
        } catch (DockerException e) {
            return Optional.of("the engine cannot provide " + IMAGE + " (" + e.getMessage() + ")");
        }
    }

    private static Optional<String> pull(DockerClient docker) {
        try {
            docker.inspectImageCmd(IMAGE).exec();
            return Optional.empty();
        } catch (NotFoundException absent) {
            return pullInTime(docker);
        }
    }

    private static Optional<String> pullInTime(DockerClient docker) {
        try {
            boolean pulled = docker.pullImageCmd(IMAGE).start().awaitCompletion(PULL_SECONDS, TimeUnit.SECONDS);
            return pulled ? Optional.empty() : Optional.of(IMAGE + " was not pulled within " + PULL_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the pull of " + IMAGE + " was interrupted");
        }
    }
}
