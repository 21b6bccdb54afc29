package io.fairpatch.app.wiring;

import io.fairpatch.config.ConfigLoader;
import io.micronaut.context.BeanLocator;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The installation that commands work on: {@code connector-config/} and the database of the home folder. */
public final class Installation {
    private static final String DATABASE = "fairpatch";

    private final Home home;
    private final Environment environment;
    private final Resources resources;
    private @Nullable House house;

    public Installation(Home home, Environment environment, Resources resources) {
        this.home = home;
        this.environment = environment;
        this.resources = resources;
    }

    public Home home() {
        return home;
    }

    public Environment environment() {
        return environment;
    }

    public Resources resources() {
        return resources;
    }

    /** The parts, wired when first asked for. */
    public BeanLocator beans() {
        if (house == null) {
            house = open(new House.Address("127.0.0.1", 0));
        }
        return house.beans();
    }

    public House open(House.Address address) {
        var config = ConfigLoader.load(configFolder());
        var server = resources.open(() -> Servers.open(home, environment));
        return resources.keep(House.open(server.database(DATABASE), config, environment, address, Map.of()));
    }

    /** {@code FAIRPATCH_CONFIG}, else {@code connector-config/} where the command runs. */
    public Path configFolder() {
        return Path.of(environment.get("FAIRPATCH_CONFIG").orElse("connector-config"));
    }
}
