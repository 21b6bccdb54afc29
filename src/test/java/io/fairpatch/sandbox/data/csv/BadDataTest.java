package io.fairpatch.sandbox.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.error.FairpatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder of {@code bad-input/data} is a case: what is read is {@code data}, what must be said is expected.txt. */
class BadDataTest {
    private static final Path CASES = Path.of("src/test/resources/bad-input/data");

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            return folders.sorted(Comparator.naturalOrder()).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bad_data_is_told_in_one_message(Path folder) throws IOException {
        var expected = Files.readAllLines(folder.resolve("expected.txt"));
        assertThat(expected).isNotEmpty();

        assertThatThrownBy(() -> TestOrg.reader().load(folder.resolve("data")))
                .isInstanceOfSatisfying(
                        FairpatchException.class,
                        e -> assertThat(e.problem().render()).contains(expected).doesNotContain("Exception"));
    }
}
