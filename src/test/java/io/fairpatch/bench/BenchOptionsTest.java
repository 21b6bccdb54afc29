package io.fairpatch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.bench.commit.CrashBench;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is mistyped is refused before a bench runs for an hour. */
class BenchOptionsTest {
    private final Bench bench = new CrashBench();

    @Test
    void what_is_given_replaces_the_default() {
        var options = BenchOptions.parse(bench, List.of("--kills", "7"));
        assertThat(options.number("kills")).isEqualTo(7);
        assertThat(options.number("accounts")).isEqualTo(1_000);
    }

    @Test
    void what_it_does_not_know_is_refused_at_once() {
        refused("does not know --kils", "--kils", "7");
        refused("Option --kills must be --name followed by a value", "--kills");
        refused("Option kills must be --name", "kills", "7");
    }

    @Test
    void a_number_must_be_one() {
        var options = BenchOptions.parse(bench, List.of("--kills", "many"));
        assertThatThrownBy(() -> options.number("kills"))
                .isInstanceOf(UsageException.class)
                .hasMessage("Option --kills must be a whole number, not many.");
    }

    private void refused(String why, String... arguments) {
        assertThatThrownBy(() -> BenchOptions.parse(bench, List.of(arguments)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(why);
    }
}
