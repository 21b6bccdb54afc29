package io.fairpatch.sandbox.fault;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * A fault that waits for its requests.
 *
 * @param match a method or *, a space, and a path in which * stands for any text; with a question mark the path's query
 *     counts too
 * @param skip matching requests to let pass first
 * @param count matching requests to spoil after that
 */
public record Fault(String id, FaultKind kind, String match, int skip, int count, Map<String, String> params) {
    public Fault {
        params = Map.copyOf(params);
        if (match.indexOf(' ') <= 0) {
            throw new IllegalArgumentException("match must be \"METHOD path-glob\", not \"" + match + "\"");
        }
        if (skip < 0 || count < 1) {
            throw new IllegalArgumentException("skip must be 0 or more and count 1 or more");
        }
        params.forEach(Fault::checkNumber);
    }

    private static void checkNumber(String name, String value) {
        boolean text = name.equals("message") || name.equals("code") || name.equals("object");
        if (!text && !value.matches("-?\\d{1,9}(\\.\\d{1,6})?")) {
            throw new IllegalArgumentException("parameter " + name + " must be a number, not \"" + value + "\"");
        }
    }

    boolean matches(String method, String path, String query) {
        var parts = match.split(" +", 2);
        var target = parts[1].contains("?") ? path + "?" + query : path;
        return (parts[0].equals("*") || parts[0].equalsIgnoreCase(method))
                && glob(parts[1]).matcher(target).matches();
    }

    public int number(String name, int otherwise) {
        return (int) decimal(name, otherwise);
    }

    public double decimal(String name, double otherwise) {
        var value = params.get(name);
        return value == null ? otherwise : Double.parseDouble(value);
    }

    public String text(String name, String otherwise) {
        return params.getOrDefault(name, otherwise);
    }

    private static Pattern glob(String glob) {
        var regex = new StringBuilder();
        for (var piece : glob.split("\\*+", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(piece));
        }
        return Pattern.compile(regex.toString());
    }
}
