package io.fairpatch.commit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.store.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The parent's side of a {@link CommitProcess}. */
final class CommitChild implements AutoCloseable {
    /** Waits at no step. */
    static final String NOWHERE = "-";

    private final Process process;
    private final BufferedReader says;

    private CommitChild(Process process) {
        this.process = process;
        this.says = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static CommitChild start(SandboxDesk desk, CommitRun run, Duration ahead, String stopAt) {
        TestDatabase.Address database = TestDatabase.address(desk.bench.source);
        var command = new ArrayList<String>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CommitProcess.class.getName()));
        command.addAll(List.of(
                database.url(),
                database.user(),
                database.password(),
                desk.sandbox.info().instanceUrl(),
                desk.sandbox.info().accessToken(),
                desk.bench.org.value(),
                run.id(),
                Long.toString(ahead.toSeconds()),
                stopAt,
                policy(desk)));
        try {
            return new CommitChild(
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String policy(SandboxDesk desk) {
        try {
            return new ObjectMapper().writeValueAsString(desk.bench.policy);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the n-th line that begins so; the last line when the process ended before. */
    String await(String begin, int count) {
        try {
            String last = "";
            int seen = 0;
            for (String line = says.readLine(); line != null; line = says.readLine()) {
                last = line;
                if (line.startsWith(begin) && ++seen == count) {
                    return line;
                }
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: nothing in the process gets to know. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** SIGSTOP or SIGCONT. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets a process that waits at its step go on. */
    void goOn() {
        try {
            Objects.requireNonNull(process.getOutputStream()).write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
