package io.fairpatch.bench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** The options of one run, {@code --key value} each, and the defaults of those not given. */
public final class BenchOptions {
    private final Map<String, String> values;

    private BenchOptions(Map<String, String> values) {
        this.values = values;
    }

    static BenchOptions parse(Bench bench, List<String> arguments) {
        var values = new TreeMap<>(bench.options());
        for (int at = 0; at < arguments.size(); at += 2) {
            String key = arguments.get(at);
            if (!key.startsWith("--") || at + 1 == arguments.size()) {
                throw new UsageException("Option %s must be --name followed by a value.".formatted(key));
            }
            if (values.replace(key.substring(2), arguments.get(at + 1)) == null) {
                throw new UsageException("The bench %s does not know %s.".formatted(bench.name(), key));
            }
        }
        return new BenchOptions(values);
    }

    public String text(String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    public int number(String key) {
        return parsed(key, "a whole number", Integer::valueOf);
    }

    public double decimal(String key) {
        return parsed(key, "a number", Double::valueOf);
    }

    private <T> T parsed(String key, String what, Function<String, T> parser) {
        String value = text(key);
        try {
            return parser.apply(value);
        } catch (NumberFormatException e) {
            throw new UsageException("Option --%s must be %s, not %s.".formatted(key, what, value), e);
        }
    }
}
