package io.fairpatch.app;

import io.fairpatch.config.ConfigLoader;
import io.micronaut.context.BeanLocator;
import java.nio.file.Path;
import java.util.Map;

/** The installation that commands work on: {@code connector-config/} and the database of the home folder. */
final class Installation {
    private static final String DATABASE = "fairpatch";

    private final Home home;
    private final Environment environment;
    private final Resources resources;

    Installation(Home home, Environment environment, Resources resources) {
        this.home = home;
        this.environment = environment;
        this.resources = resources;
    }

    /** The parts, wired when first asked for. */
    BeanLocator beans() {
        return open(new House.Address("127.0.0.1", 0)).beans();
    }

    House open(House.Address address) {
        var config = ConfigLoader.load(configFolder());
        var server = resources.open(() -> Servers.open(home, environment));
        return resources.keep(House.open(server.database(DATABASE), config, environment, address, Map.of()));
    }

    /** {@code FAIRPATCH_CONFIG}, else {@code connector-config/} where the command runs. */
    private Path configFolder() {
        return Path.of(environment.get("FAIRPATCH_CONFIG").orElse("connector-config"));
    }
}
