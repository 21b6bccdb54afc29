package io.fairpatch.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/acceptance.md} says which test holds which row of what the product must do, and where to see it. It is made
 * from the tests' tags and {@code src/test/resources/acceptance}; after a change write it anew with
 * {@code mvn test -Dtest=AcceptanceTest -Dacceptance.write=true}.
 */
class AcceptanceTest {
    private static final Path PAGE = Path.of("docs/acceptance.md");

    @Test
    void the_page_says_what_the_tests_hold() throws IOException {
        String page = AcceptancePage.of(TaggedTests.read(), AcceptanceRows.read());
        if (Boolean.getBoolean("acceptance.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(Files.readString(PAGE))
                .as("docs/acceptance.md is stale: run this test with -Dacceptance.write=true")
                .isEqualTo(page);
    }

    @Test
    void every_tag_and_every_note_names_a_row() throws IOException {
        var rows = AcceptanceRows.read();

        assertThat(rows.ids()).containsAll(TaggedTests.read().keySet()).containsAll(rows.noted());
    }

    @Test
    void a_tag_more_or_less_makes_the_page_another() throws IOException {
        var rows = AcceptanceRows.read();
        var tests = TaggedTests.read();
        String page = AcceptancePage.of(tests, rows);
        tests.remove("B4");

        assertThat(AcceptancePage.of(tests, rows)).isNotEqualTo(page).contains("| B4 |");
    }
}
