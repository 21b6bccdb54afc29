package io.fairpatch.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever is refused by a page or the API is told what to do. */
class AdviceTest {
    private static final Path MAIN = Path.of("src/main/java/io/fairpatch");
    private static final Pattern PROBLEM = Pattern.compile("Problem\\s*\\.of\\([^;]*;");

    /** A route without rights is a fault of ours, and callers of Approval.refused add the advice. */
    private static final Set<String> OTHERWISE = Set.of("Gate.java", "Approval.java");

    @Test
    void every_refusal_of_pages_and_api_says_what_to_do() throws IOException {
        var silent = new ArrayList<String>();
        for (var part : List.of("web", "review", "watch")) {
            try (var files = Files.walk(MAIN.resolve(part))) {
                files.filter(AdviceTest::looked).forEach(file -> silent.addAll(silent(file)));
            }
        }
        assertThat(silent).isEmpty();
    }

    private static boolean looked(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(".java") && !OTHERWISE.contains(name);
    }

    private static List<String> silent(Path file) {
        return PROBLEM.matcher(read(file))
                .results()
                .map(found -> found.group())
                .filter(made -> !made.contains(".maybe("))
                .map(made -> file + ": " + made)
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
