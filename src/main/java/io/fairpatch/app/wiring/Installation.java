package io.fairpatch.app.wiring;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.PlanningConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.plan.scenario.Scenario;
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
        requireScenarios(config.planning());
        var server = resources.open(() -> Servers.open(home, environment));
        return resources.keep(House.open(server.database(DATABASE), config, environment, address, Map.of()));
    }

    /** Scenarios in the settings are known when they are read, not weeks later when somebody compares. */
    private void requireScenarios(PlanningConfig planning) {
        try {
            planning.scenarios().forEach(Scenario::parse);
        } catch (FairpatchException e) {
            var told = e.problem();
            var place = configFolder().resolve(ConfigPart.PLANNING.fileName()) + ", scenarios";
            throw new Problem(ErrorCode.CONFIG_INVALID, told.what(), place, told.why(), told.advice()).exception(e);
        }
    }

    /** {@code FAIRPATCH_CONFIG}, else {@code connector-config/} where the command runs. */
    public Path configFolder() {
        return Path.of(environment.get("FAIRPATCH_CONFIG").orElse("connector-config"));
    }
}
