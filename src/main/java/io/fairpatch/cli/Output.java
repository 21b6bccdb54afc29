package io.fairpatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fairpatch.error.Problem;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a command prints: the result to standard output, all else to standard error. Mix it into a command for its
 * {@code --json}.
 */
public final class Output {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;

    @picocli.CommandLine.Option(names = "--json", description = "Print the result as one JSON object.")
    boolean json;

    /** @param terminal whether a person watches standard error, so that progress may redraw its line */
    public Output(PrintStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
    }

    /** Standard output and error of this process. */
    public static Output standard() {
        return new Output(System.out, System.err, System.console() != null && System.getenv("NO_COLOR") == null);
    }

    /** Whether the caller wants JSON. */
    public boolean json() {
        return json;
    }

    /** Prints the result: {@code value} as JSON with {@code --json}, else {@code text}. */
    public void result(Object value, String text) {
        out.println(json ? toJson(value) : text);
        out.flush();
    }

    /** Prints one JSON object on standard output, whatever the flags. */
    public void json(Object value) {
        out.println(toJson(value));
        out.flush();
    }

    /** Prints text on standard output as it is. */
    public void text(String text) {
        out.print(text);
        out.flush();
    }

    /** Says something to the person who waits. */
    public void say(String sentence) {
        err.println(sentence);
        err.flush();
    }

    /** Prints a problem; with {@code --json} also as an object on standard output. */
    public void problem(Problem problem) {
        say(problem.render());
        if (json) {
            json(Map.of("error", problem, "code", problem.code().id()));
        }
    }

    /** A line of progress on standard error. */
    public ProgressLine progress() {
        return new ProgressLine(err, terminal);
    }

    private static String toJson(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result can't be printed as JSON", e);
        }
    }
}
