package io.fairpatch.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A bad input for a command, as a file of {@code bad-input/command}: lines "key: value", then what the message must
 * contain, a line each.
 *
 * @param command the arguments, separated by spaces
 * @param config a case of bad-input/config whose file replaces the shipped one; "" for the shipped configuration
 * @param variables set on top of what signs in to the org
 * @param faults armed at the org, as JSON
 * @param says what the message contains; the first is its beginning
 */
record CommandCase(
        String name,
        String command,
        String config,
        Map<String, String> variables,
        List<String> faults,
        int exit,
        List<String> says) {
    private static final Path FOLDER = Path.of("src/test/resources/bad-input/command");

    static List<CommandCase> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(CommandCase::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CommandCase read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            int end = lines.indexOf("says:");
            var head = lines.subList(0, end);
            var variables = new HashMap<String, String>();
            values(head, "set").forEach(value -> variables.put(value.split("=", 2)[0], value.split("=", 2)[1]));
            return new CommandCase(
                    file.getFileName().toString().replace(".txt", ""),
                    values(head, "command").get(0),
                    values(head, "config").stream().findFirst().orElse(""),
                    variables,
                    values(head, "fault"),
                    Integer.parseInt(values(head, "exit").get(0)),
                    List.copyOf(lines.subList(end + 1, lines.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> values(List<String> lines, String key) {
        var values = new ArrayList<String>();
        for (var line : lines) {
            if (line.startsWith(key + ": ")) {
                values.add(line.substring(key.length() + 2));
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return name;
    }
}
