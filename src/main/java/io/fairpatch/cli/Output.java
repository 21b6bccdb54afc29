package io.fairpatch.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fairpatch.error.Category;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;

/**
 * What a command prints: the result to standard output, all else to standard error. Mix it into a command for its
 * {@code --json}.
 */
public final class Output {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .registerModule(new SimpleModule().addSerializer(SalesforceId.class, ToStringSerializer.instance))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    /** What a write says whose reader has left, and one of a process that was started without standard output. */
    private static final Set<String> GONE = Set.of("Broken pipe", "Bad file descriptor");

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

    /**
     * The exit code, once all was said: a result that standard output did not take, as on a full disk, is no success, and
     * is told beside any other code. A reader who went away, as head does, has what it wanted.
     */
    public int code(int code) {
        if (!out.checkError()) {
            return code;
        }
        try (var again = new FileOutputStream(FileDescriptor.out)) {
            // the stream swallowed the reason; the next write meets it again
            again.write('\n');
            return code;
        } catch (IOException e) {
            var why = String.valueOf(e.getMessage());
            return GONE.contains(why) ? code : lost(why, code);
        }
    }

    private int lost(String why, int code) {
        json = false;
        problem(Problem.of(ErrorCode.FILE_INVALID, "The result can't be written to standard output")
                .because(why)
                .maybe("make room there and run the command again"));
        return code == 0 ? Category.INPUT.exitCode() : code;
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
