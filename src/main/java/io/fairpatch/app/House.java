package io.fairpatch.app;

import io.fairpatch.app.database.DatabaseAddress;
import io.fairpatch.config.FairpatchConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanLocator;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** All parts of the service wired together on one database and one configuration. */
public final class House implements AutoCloseable {
    private final ApplicationContext context;

    private House(ApplicationContext context) {
        this.context = context;
    }

    /** Where pages are served; port 0 takes a free one. */
    public record Address(String host, int port) {}

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

    /** The same by another clock. */
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
        properties.put("flyway.datasources.default.enabled", true);
        properties.put("micronaut.server.host", address.host());
        properties.put("micronaut.server.port", address.port() == 0 ? -1 : address.port());
        var context = ApplicationContext.builder()
                .mainClass(Main.class)
                .banner(false)
                .deduceEnvironment(false)
                .properties(properties)
                .singletons(config, environment, clock)
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
            throw Problem.of(ErrorCode.PORT_IN_USE, "The port " + server.getPort() + " can't be used")
                    .because(
                            e.getCause() == null ? e.getMessage() : e.getCause().getMessage())
                    .maybe("another program has it: stop that one, or choose another with --port (0 takes a free one)")
                    .exception(e);
        }
        return server.getURI();
    }

    @Override
    public void close() {
        context.close();
    }
}
