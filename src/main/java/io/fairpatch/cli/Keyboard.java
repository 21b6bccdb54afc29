package io.fairpatch.cli;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.Console;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What only the caller can give: a password, a token, a yes. From the environment, else asked on the terminal. */
public final class Keyboard {
    private static final String PASSWORD = "FAIRPATCH_PASSWORD";
    private static final String TOKEN = "FAIRPATCH_TOKEN";

    private final Map<String, String> variables;
    private final @Nullable Console console;

    /** @param console null when nobody sits at a terminal */
    public Keyboard(Map<String, String> variables, @Nullable Console console) {
        this.variables = Map.copyOf(variables);
        this.console = console;
    }

    /** The token of {@code FAIRPATCH_TOKEN}. */
    String token(String person) {
        return variable(TOKEN).orElseThrow(() -> Problem.of(
                        ErrorCode.ACCESS_SIGN_IN,
                        "The variable " + TOKEN + " is not set, so nobody is signed in as " + person)
                .maybe("run: export " + TOKEN + "=$(./fairpatch token --as " + person + ")")
                .exception());
    }

    /** The password of {@code FAIRPATCH_PASSWORD}, else typed unseen. */
    char[] password(String person) {
        var given = variable(PASSWORD);
        if (given.isPresent()) {
            return given.get().toCharArray();
        }
        char[] typed = console == null ? null : console.readPassword("Password of %s: ", person);
        if (typed == null) {
            throw Problem.of(ErrorCode.USAGE, "The password of " + person + " is missing")
                    .because("there is no terminal to type it on, and " + PASSWORD + " is not set")
                    .maybe("set " + PASSWORD + ", or run the command on a terminal")
                    .exception();
        }
        return typed;
    }

    /** A secret typed unseen; empty when there is no terminal. */
    Optional<String> secret(String prompt) {
        char[] typed = console == null ? null : console.readPassword("%s", prompt);
        return Optional.ofNullable(typed).map(String::valueOf);
    }

    /**
     * Goes on only with a yes: {@code --yes}, or the expected word typed on the terminal.
     *
     * @param expected what must be typed, for example {@code yes} or the name of a production org
     */
    void confirm(boolean yes, String expected) {
        if (yes) {
            return;
        }
        if (console == null) {
            throw Problem.of(ErrorCode.USAGE, "Nobody is at a terminal to say yes")
                    .maybe("add --yes once you have seen above what it does")
                    .exception();
        }
        var typed = console.readLine("Type %s to go on: ", expected);
        if (typed == null || !typed.strip().equals(expected)) {
            throw Problem.of(ErrorCode.INTERRUPTED, "Stopped before anything was changed")
                    .exception();
        }
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
