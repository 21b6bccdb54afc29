package io.fairpatch.plan.scenario;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A question to the planner: a mode and its options, written {@code scale:protect=Ann Lee+Bo Chen,reps=5}.
 *
 * @param options in the order of their names
 */
public record Scenario(Mode mode, Map<String, String> options) {
    private static final int LONGEST = 500;

    public Scenario {
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /**
     * Reads {@code NAME[:option=value,...]}.
     *
     * @throws FairpatchException SCENARIO_INVALID when the name or an option is not known
     */
    public static Scenario parse(String text) {
        String[] parts = text.strip().split(":", 2);
        Mode mode = Mode.of(parts[0].strip())
                .orElseThrow(() -> invalid(
                        text,
                        "there is no scenario \"" + parts[0].strip() + "\"",
                        "use one of "
                                + Arrays.stream(Mode.values()).map(Mode::word).collect(Collectors.joining(", "))));
        if (text.length() > LONGEST) {
            throw invalid(text.substring(0, 40) + "...", "it has over " + LONGEST + " characters", "name fewer reps");
        }
        var options = new TreeMap<String, String>();
        for (String pair : parts.length == 1 || parts[1].isBlank() ? new String[0] : parts[1].split(",", -1)) {
            String[] sides = pair.split("=", 2);
            String key = sides[0].strip();
            if (sides.length < 2 || sides[1].isBlank() || !mode.options().contains(key)) {
                throw invalid(
                        text,
                        "\"" + pair.strip() + "\" is no option=value of " + mode.word(),
                        "set one of " + String.join(", ", mode.options()));
            }
            options.put(key, sides[1].strip());
        }
        return new Scenario(mode, options);
    }

    /** As {@link #parse} reads it; equal scenarios have equal texts. */
    public String text() {
        String pairs = options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .collect(Collectors.joining(","));
        return pairs.isEmpty() ? mode.word() : mode.word() + ":" + pairs;
    }

    /** As a column is headed: the mode and what was set. */
    public String title() {
        if (options.isEmpty()) {
            return mode.title();
        }
        return mode.title()
                + options.entrySet().stream()
                        .map(option -> option.getKey() + " " + option.getValue().replace("+", ", "))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    @Nullable
    String option(String key) {
        return options.get(key);
    }

    /** The values of an option that names several. */
    List<String> each(String key) {
        String value = options.get(key);
        return value == null
                ? List.of()
                : Arrays.stream(value.split("\\+", -1)).map(String::strip).toList();
    }

    /** A number of an option, within limits. */
    double number(String key, double usual, double least, double most) {
        String value = options.get(key);
        if (value == null) {
            return usual;
        }
        double number = read(value);
        if (number >= least && number <= most) {
            return number;
        }
        throw invalid(text(), key + " (" + value + ") must be " + least + " to " + most, "set another " + key);
    }

    /** A count of an option, within limits: a part of a rep or a move is a slip, mostly a share meant. */
    int whole(String key, int usual, int least, int most) {
        double number = number(key, usual, least, most);
        if (number == Math.rint(number)) {
            return (int) number;
        }
        throw invalid(text(), key + " (" + options.get(key) + ") must be a whole number", "set another " + key);
    }

    private double read(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    static FairpatchException invalid(String text, String why, String advice) {
        return Problem.of(ErrorCode.SCENARIO_INVALID, "The scenario \"" + text + "\" makes no sense")
                .because(why)
                .maybe(advice)
                .exception();
    }
}
