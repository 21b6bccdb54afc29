package io.fairpatch.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The options of one run, {@code --key value} each. */
public final class BenchOptions {
    private final Map<String, String> values;
    private final Set<String> asked = new TreeSet<>();

    BenchOptions(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    static BenchOptions parse(List<String> arguments) {
        var values = new LinkedHashMap<String, String>();
        for (int at = 0; at < arguments.size(); at += 2) {
            String key = arguments.get(at);
            if (!key.startsWith("--") || at + 1 == arguments.size()) {
                throw new IllegalArgumentException("The option (" + key + ") must be --name followed by a value");
            }
            values.put(key.substring(2), arguments.get(at + 1));
        }
        return new BenchOptions(values);
    }

    public String text(String key, String otherwise) {
        asked.add(key);
        return values.getOrDefault(key, otherwise);
    }

    public int number(String key, int otherwise) {
        return Integer.parseInt(text(key, Integer.toString(otherwise)));
    }

    public double decimal(String key, double otherwise) {
        return Double.parseDouble(text(key, Double.toString(otherwise)));
    }

    /** Options that were given but that the bench never asked for. */
    String unknown() {
        return values.keySet().stream()
                .filter(key -> !asked.contains(key))
                .sorted()
                .map(key -> "--" + key)
                .collect(Collectors.joining(", "));
    }
}
