package io.fairpatch.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.app.wiring.Environment;
import io.fairpatch.app.wiring.Home;
import io.fairpatch.app.wiring.Installation;
import io.fairpatch.app.wiring.Resources;
import io.fairpatch.cli.Output;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/** Runs commands in this process as a shell would run the launcher: with variables of its own, catching what they print. */
final class Shell {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Environment environment;
    private final Clock clock;
    private final String moment;
    private final Consumer<String> interruption;

    Shell(Map<String, String> variables, Clock clock) {
        this(new Environment(variables), clock, "", said -> {});
    }

    private Shell(Environment environment, Clock clock, String moment, Consumer<String> interruption) {
        this.environment = environment;
        this.clock = clock;
        this.moment = moment;
        this.interruption = interruption;
    }

    /** What a command left: its exit code, standard output, standard error. */
    record Outcome(int code, String out, String err) {
        /** Standard output, which must be one JSON value. */
        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("Not JSON: " + out + "\n" + err, e);
            }
        }
    }

    /** The same with further variables. */
    Shell with(Map<String, String> more) {
        return new Shell(environment.with(more), clock, moment, interruption);
    }

    /**
     * The same, doing something while the command waits: the first time that standard error holds {@code text}.
     *
     * @param something gets what standard error holds
     */
    Shell when(String text, Consumer<String> something) {
        return new Shell(environment, clock, text, something);
    }

    Outcome run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new Watched();
        try (var resources = new Resources()) {
            var output = new Output(printTo(out), printTo(err), false);
            int code = Main.commandLine(
                            new Installation(Home.of(environment.variables()), environment, resources), clock, output)
                    .execute(arguments);
            return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    /** Standard error, which is read as it is written. */
    private final class Watched extends ByteArrayOutputStream {
        private boolean waiting = !moment.isEmpty();

        @Override
        public void flush() {
            if (waiting && toString(StandardCharsets.UTF_8).contains(moment)) {
                waiting = false;
                interruption.accept(toString(StandardCharsets.UTF_8));
            }
        }
    }

    private static PrintStream printTo(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }
}
