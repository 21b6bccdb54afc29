package io.fairpatch.app.wiring;

import io.fairpatch.app.database.DatabaseAddress;
import io.fairpatch.config.FairpatchConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanLocator;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** All parts of the service wired together on one database and one configuration. */
public final class House implements AutoCloseable {
    private final ApplicationContext context;

    private House(ApplicationContext context) {
        this.context = context;
    }

    /** Where pages are served; port 0 takes a free one. */
    public record Address(String host, int port) {
        /** Refuses a port that another program has, before anything is started for it. */
        public void requireFree() {
            try (var socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(host, port));
            } catch (IOException e) {
                throw portInUse(port, e);
            }
        }
    }

    /**
     * Wires the parts; nothing is served and no job is taken up yet.
     *
     * @param extra further properties, for example those of the demo
     */
    public static House open(
            DatabaseAddress database,
            FairpatchConfig config,
            Environment environment,
            Address address,
            Map<String, Object> extra) {
        return open(database, config, environment, address, extra, Clock.systemUTC());
    }

    /** The same by another clock. Today is a day in the zone of calendar.yml, for all who ask. */
    public static House open(
            DatabaseAddress database,
            FairpatchConfig config,
            Environment environment,
            Address address,
            Map<String, Object> extra,
            Clock clock) {
        var properties = new HashMap<String, Object>(extra);
        properties.put("datasources.default.url", database.jdbcUrl());
        properties.put("datasources.default.username", database.user());
        properties.put("datasources.default.password", database.password());
        // of the pool alone; PatientPool says who goes on waiting
        properties.put("datasources.default.connection-timeout", 5_000);
        properties.put("flyway.datasources.default.enabled", true);
        // each feature numbers its tables in a range of its own, so that a newer table may have a lower number
        properties.put("flyway.datasources.default.out-of-order", true);
        properties.put("micronaut.server.host", address.host());
        properties.put("micronaut.server.port", address.port() == 0 ? -1 : address.port());
        var context = ApplicationContext.builder()
                .mainClass(House.class)
                .banner(false)
                .deduceEnvironment(false)
                .properties(properties)
                .singletons(
                        config,
                        environment,
                        clock.withZone(ZoneId.of(config.calendar().timeZone())))
                .start();
        return new House(context);
    }

    public BeanLocator beans() {
        return context;
    }

    /** Starts to serve pages and the API; answers the address. */
    public URI serve() {
        var server = context.getBean(EmbeddedServer.class);
        try {
            server.start();
        } catch (ServerStartupException e) {
            throw portInUse(server.getPort(), e.getCause() == null ? e : e.getCause());
        }
        return server.getURI();
    }

    private static RuntimeException portInUse(int port, Throwable cause) {
        return Problem.of(ErrorCode.PORT_IN_USE, "The port " + port + " can't be used")
                .because(cause.getMessage())
                .maybe("another program has it: stop that one, or choose another with --port (0 takes a free one)")
                .exception(cause);
    }

    @Override
    public void close() {
        context.close();
    }
}
