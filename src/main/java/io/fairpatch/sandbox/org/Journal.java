package io.fairpatch.sandbox.org;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file of all accepted writes, so that the next start finds them again. Each is handed to the operating system before
 * it is answered: it outlives a killed process, not a power cut. One process at a time holds the file.
 */
public final class Journal implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path path;
    private final RandomAccessFile file;
    private final @Nullable JournalHead head;
    private final Instant born;
    private long end;

    private Journal(Path path, RandomAccessFile file, @Nullable JournalHead head, Clock clock) throws IOException {
        this.path = path;
        this.file = file;
        this.head = head;
        this.born = head == null ? clock.instant() : head.bornAt();
        this.end = file.length();
    }

    /** Opens or creates the file; what a killed process left of a last line is cut off. */
    public static Journal open(Path path, Clock clock) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            return open(path, new RandomAccessFile(path.toFile(), "rw"), clock);
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static Journal open(Path path, RandomAccessFile file, Clock clock) throws IOException {
        try {
            lock(path, file);
            file.setLength(endOfLastLine(file));
            var first = lines(file).readLine();
            return new Journal(path, file, first == null ? null : head(first), clock);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** When the org of a journal came to be; empty when there is no journal yet. */
    public static Optional<Instant> born(Path path) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try (var lines = Files.newBufferedReader(path)) {
            var first = lines.readLine();
            return first == null ? Optional.empty() : Optional.of(head(first).bornAt());
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private static void lock(Path path, RandomAccessFile file) throws IOException {
        try {
            if (file.getChannel().tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same as held by another
        }
        file.close();
        throw Problem.of(ErrorCode.HOME_IN_USE, "Another sandbox keeps its writes in " + path)
                .maybe("stop that one, or choose another file")
                .exception();
    }

    private static long endOfLastLine(RandomAccessFile file) throws IOException {
        long end = file.length();
        while (end > 0) {
            file.seek(end - 1);
            if (file.read() == '\n') {
                break;
            }
            end--;
        }
        return end;
    }

    private static JournalHead head(String line) throws JsonProcessingException {
        return JSON.readValue(line, JournalHead.class);
    }

    /**
     * Reads from the beginning. Reads through the one open file, and is never closed: to close a second one would give
     * the lock away.
     */
    private static BufferedReader lines(RandomAccessFile file) throws IOException {
        file.seek(0);
        return new BufferedReader(Channels.newReader(file.getChannel(), StandardCharsets.UTF_8));
    }

    /** When the org came to be. */
    public Instant born() {
        return born;
    }

    /** Makes all writes and deploys again on a freshly loaded org. */
    void replay(Org org, Consumer<byte[]> deploys) {
        try {
            if (head == null) {
                append(new JournalHead(org.orgId(), born.toString(), org.sizes()));
            } else if (head.belongsTo(org)) {
                replayLines(org, deploys);
            } else {
                throw foreign("it holds the writes of an org with other data");
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private void replayLines(Org org, Consumer<byte[]> deploys) throws IOException {
        int number = 1;
        try {
            var lines = lines(file);
            lines.readLine();
            for (var text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                if (text.startsWith(JournalDeploy.BEGIN)) {
                    deploys.accept(JSON.readValue(text, JournalDeploy.class).deployed());
                    continue;
                }
                var line = JSON.readValue(text, JournalLine.class);
                var id = org.apply(line.change(org), line.stamp(), line.context());
                if (!id.equals(line.id())) {
                    throw foreign("line " + number + " creates " + line.id() + ", which is " + id + " now");
                }
            }
        } catch (JsonProcessingException e) {
            throw foreign("line " + number + " can't be read: " + e.getOriginalMessage());
        } catch (NoSuchElementException | IllegalArgumentException e) {
            throw foreign("line " + number + " names what this org has not");
        }
    }

    /** Writes a line at the end; one that fails half way is overwritten by the next. */
    void append(Object line) throws IOException {
        var bytes = (JSON.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        file.seek(end);
        file.write(bytes);
        end += bytes.length;
    }

    /** Where the next line will begin. */
    long mark() {
        return end;
    }

    /** Takes back all lines since a mark. */
    void cutTo(long mark) {
        try {
            file.setLength(mark);
            end = mark;
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    private RuntimeException foreign(String why) {
        return Problem.of(ErrorCode.SANDBOX_JOURNAL, "The writes kept in " + path + " do not fit this org")
                .because(why)
                .maybe("start with the accounts, reps, data and seed of then, or move the file away to begin anew")
                .exception();
    }

    private static RuntimeException unusable(Path path, IOException cause) {
        return Problem.of(ErrorCode.SANDBOX_JOURNAL, "The file " + path + " can't keep the org's writes")
                .because(cause instanceof JsonProcessingException ? "it is no journal" : cause.getMessage())
                .maybe("choose another file, in a folder you may write to")
                .exception(cause);
    }
}
