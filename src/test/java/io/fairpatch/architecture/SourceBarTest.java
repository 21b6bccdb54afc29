package io.fairpatch.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The bar for the code that a script can check; the reasons are in docs/architecture.md. */
class SourceBarTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern CATCHES_ALL =
            Pattern.compile("catch \\((final )?(Exception|Throwable|RuntimeException) ");
    private static final Pattern WILDCARD = Pattern.compile("(?m)^import .*\\*;");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME)\\b");

    private final Map<Path, String> sources = read();

    @Test
    void files_stay_small() {
        var lines = sources.values().stream()
                .map(text -> text.lines().count())
                .sorted()
                .toList();
        assertThat(lines.get(lines.size() / 2)).as("median").isLessThanOrEqualTo(70);
        assertThat(lines.get((int) (lines.size() * 0.95))).as("95 %").isLessThanOrEqualTo(250);
        assertThat(sources.entrySet().stream()
                        .filter(file -> file.getValue().lines().count() > 400)
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void at_most_five_places_catch_everything() {
        assertThat(matching(CATCHES_ALL)).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void no_import_hides_what_it_takes() {
        assertThat(matching(WILDCARD)).isEmpty();
    }

    @Test
    void nothing_is_left_for_later() {
        assertThat(matching(UNFINISHED)).isEmpty();
    }

    private List<Path> matching(Pattern pattern) {
        return sources.entrySet().stream()
                .filter(file -> pattern.matcher(file.getValue()).find())
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(Path::toString))
                .toList();
    }

    private static Map<Path, String> read() {
        try (var files = Files.walk(MAIN)) {
            var sources = new TreeMap<Path, String>();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(file, Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
