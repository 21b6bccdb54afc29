package io.fairpatch.insight.report;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Decimals;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was set on a report, checked against its choices; what was not set has its usual value. */
public final class Settings {
    private final Map<String, String> values = new LinkedHashMap<>();

    private Settings() {}

    /** @throws io.fairpatch.error.FairpatchException REPORT_SETTING when a value is not allowed */
    public static Settings of(List<Choice> choices, Map<String, String> given) {
        var settings = new Settings();
        for (Choice choice : choices) {
            String value = given.getOrDefault(choice.key(), "").strip();
            settings.values.put(choice.key(), value.isEmpty() ? choice.usual() : checked(choice, value));
        }
        return settings;
    }

    private static String checked(Choice choice, String value) {
        if (!choice.values().isEmpty()) {
            return choice.values().stream()
                    .filter(known -> known.equalsIgnoreCase(value))
                    .findFirst()
                    .orElseThrow(() -> refused(choice, value, "one of " + String.join(", ", choice.values())));
        }
        String range = "a number from " + Decimals.plain(choice.least(), 2) + " to " + Decimals.plain(choice.most(), 2);
        if (!value.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            throw refused(choice, value, range);
        }
        double number = Double.parseDouble(value);
        if (number < choice.least() || number > choice.most()) {
            throw refused(choice, value, range);
        }
        return value;
    }

    private static RuntimeException refused(Choice choice, String value, String allowed) {
        return Problem.of(
                        ErrorCode.REPORT_SETTING, "The setting " + choice.key() + " (" + value + ") must be " + allowed)
                .at(choice.key())
                .maybe("see what can be set, and to what: ./fairpatch report")
                .exception();
    }

    public String text(String key) {
        return values.getOrDefault(key, "");
    }

    public double number(String key) {
        return Double.parseDouble(text(key));
    }

    public int whole(String key) {
        return (int) Math.round(number(key));
    }

    /** All values, in the order of the choices. */
    public Map<String, String> all() {
        return Collections.unmodifiableMap(values);
    }
}
