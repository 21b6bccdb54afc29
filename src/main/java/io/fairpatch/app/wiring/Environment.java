package io.fairpatch.app.wiring;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The environment variables in force: those of the process, with those that a command sets for its own org on top. */
public record Environment(Map<String, String> variables) {
    public Environment {
        variables = Map.copyOf(variables);
    }

    public static Environment ofProcess() {
        return new Environment(System.getenv());
    }

    /** The same with further variables, which come first. */
    public Environment with(Map<String, String> more) {
        var all = new HashMap<>(variables);
        all.putAll(more);
        return new Environment(all);
    }

    /** A variable that is set and not blank. */
    public Optional<String> get(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return "Environment of " + variables.size() + " variables";
    }
}
