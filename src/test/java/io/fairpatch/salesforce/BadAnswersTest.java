package io.fairpatch.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairpatch.error.FairpatchException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file is an org that answers every call with these bytes; its first lines say what a person must be told. */
class BadAnswersTest {
    private static final Path CASES = Path.of("src/test/resources/bad-input/org");

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_bad_answer_is_one_clear_problem(Path file) throws IOException {
        var text = Files.readString(file).replace("\r\n", "\n");
        var expected = expected(text);
        var answer = text.substring(text.indexOf("\n\n") + 2).replace("\n", "\r\n");

        try (var socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            serve(socket, answer.getBytes(StandardCharsets.UTF_8));

            var problem = failure("http://127.0.0.1:" + socket.getLocalPort());

            assertThat(problem.code().id()).isEqualTo(expected.get("code"));
            assertThat(problem.code().category().exitCode()).isEqualTo(Integer.parseInt(expected.get("exit")));
            assertThat(problem.getMessage())
                    .contains(expected.get("says"), "127.0.0.1", "\n  Maybe ")
                    .doesNotContain("sesame");
        }
    }

    @Test
    void a_port_where_nobody_listens_is_told() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        var problem = failure("http://127.0.0.1:" + port);

        assertThat(problem.code().id()).isEqualTo("FP3000");
        assertThat(problem)
                .hasMessageContaining("127.0.0.1:" + port)
                .hasMessageContaining("nothing listens there")
                .hasMessageContaining("Maybe");
    }

    @Test
    void a_host_that_nobody_knows_is_told() {
        assertThat(failure("http://no-such-org.invalid")).hasMessageContaining("this host name isn't known");
    }

    private static FairpatchException failure(String url) {
        var settings = SalesforceSettings.of(URI.create(url), new SignIn.AccessToken("sesame"))
                .withPace(StubOrg.pace());
        return catchThrowableOfType(FairpatchException.class, () -> SalesforceOrg.connect(settings, Clock.systemUTC())
                .reader()
                .limits());
    }

    private static Map<String, String> expected(String text) {
        return text.substring(0, text.indexOf("\n\n"))
                .lines()
                .map(line -> line.split(": ", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private static void serve(ServerSocket server, byte[] answer) {
        var thread = new Thread(() -> {
            while (!server.isClosed()) {
                try (var client = server.accept()) {
                    var request = client.getInputStream();
                    int newlines = 0;
                    while (newlines < 2) {
                        int c = request.read();
                        newlines = c == '\n' ? newlines + 1 : c == '\r' ? newlines : 0;
                    }
                    client.getOutputStream().write(answer);
                } catch (IOException e) {
                    // the test is over, or the client hung up: both are fine
                }
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
