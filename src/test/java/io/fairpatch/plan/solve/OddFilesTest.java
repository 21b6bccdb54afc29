package io.fairpatch.plan.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.plan.kernel.model.Budget;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that people get wrong or that lie at an edge of the format, each with what must be in its answer. */
final class OddFilesTest {
    private static final Path CASES = Path.of("src/test/resources/solve/odd.txt");
    private static final String PLAIN =
            "{\"agents\":[{\"id\":\"é\"}],\n\"units\":[{\"id\":\"a1\",\n\"options\":[{\"agent\":\"é\",\"cost\":2}]}]}\n";

    @TempDir
    Path folder;

    private record Case(String name, String file, int exit, String[] fragments) {
        @Override
        public String toString() {
            return name;
        }
    }

    private record Answer(int exit, String text) {}

    static Stream<Case> cases() throws IOException {
        return Arrays.stream(Files.readString(CASES).split("(?m)^=== ")).skip(1).map(OddFilesTest::read);
    }

    private static Case read(String text) {
        String[] parts = text.split("(?m)^--- ", 2);
        String[] head = parts[0].split("\n", 2);
        String[] expected = parts[1].strip().split("\n");
        return new Case(
                head[0], head[1], Integer.parseInt(expected[0]), Arrays.copyOfRange(expected, 1, expected.length));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void every_odd_file_gets_the_answer_the_format_asks_for(Case odd) throws IOException {
        var answer = answer(odd.file().getBytes(StandardCharsets.UTF_8));
        assertThat(answer.text()).contains(odd.fragments());
        assertThat(answer.exit()).as(answer.text()).isEqualTo(odd.exit());
        if (odd.exit() == 2) {
            assertThat(answer.text()).contains("\n  Maybe ").doesNotContain("Exception", "com.fasterxml", "\tat ");
        }
    }

    @Test
    void a_byte_order_mark_and_carriage_returns_and_utf_16_do_no_harm() throws IOException {
        assertThat(answer(("\uFEFF" + PLAIN).getBytes(StandardCharsets.UTF_8)).text())
                .contains("\"a1\":\"é\"");
        assertThat(answer(PLAIN.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
                        .text())
                .contains("\"a1\":\"é\"");
        assertThat(answer(PLAIN.getBytes(StandardCharsets.UTF_16)).text()).contains("\"a1\":\"é\"");
    }

    @Test
    void a_file_in_another_encoding_is_refused_with_the_line() throws IOException {
        assertThat(answer(PLAIN.getBytes(StandardCharsets.ISO_8859_1)))
                .satisfies(a -> assertThat(a.exit()).isEqualTo(2))
                .satisfies(a -> assertThat(a.text()).contains("line 1").contains("UTF-8"));
    }

    private Answer answer(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("odd.json"), content);
        var out = new StringWriter();
        try {
            int exit = SolveFile.run(file, Budget.ofSteps(500, 1, 1), Progress.NONE, out);
            return new Answer(exit, out.toString());
        } catch (FairpatchException refused) {
            return new Answer(
                    refused.code().category().exitCode(), refused.problem().render());
        }
    }
}
