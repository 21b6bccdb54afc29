package io.fairpatch.sync.file;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

/** Files that somebody sent and that wait until it is said what is in them; gone after a day. Thread-safe. */
public final class WaitingFiles {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final int LONGEST_NAME = 100;

    private final Path folder;
    private final Clock clock;

    public WaitingFiles(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * A file that waits.
     *
     * @param id not to be guessed
     */
    public record Waiting(String id, Path file) {
        /** As whoever sent it called it. */
        public String name() {
            return String.valueOf(file.getFileName());
        }

        /** Where each row's fate goes. */
        public Path fates() {
            return file.resolveSibling("fates").resolve("fates.csv");
        }

        /** Notes what was asked when the fates were written. */
        public void note(String asked) throws IOException {
            Files.writeString(fates().resolveSibling("asked"), asked);
        }

        /** Whether the fates are those of what is asked now, and not of another look at the same file. */
        public boolean isOf(String asked) throws IOException {
            var note = fates().resolveSibling("asked");
            return Files.exists(note) && Files.readString(note).equals(asked);
        }
    }

    /** Keeps a file under a name of its own. */
    public Waiting keep(String name, byte[] content) throws IOException {
        sweep();
        var id = UUID.randomUUID().toString();
        var waiting = new Waiting(id, folder.resolve(id).resolve(harmless(name)));
        Files.createDirectories(waiting.fates().getParent());
        Files.write(waiting.file(), content);
        return waiting;
    }

    /** @throws io.fairpatch.error.FairpatchException FILE_MISSING when it is gone */
    public Waiting get(String id) throws IOException {
        if (id.matches("[0-9a-f-]{36}") && Files.isDirectory(folder.resolve(id))) {
            try (Stream<Path> files = Files.list(folder.resolve(id))) {
                var file = files.filter(Files::isRegularFile).findFirst();
                if (file.isPresent()) {
                    return new Waiting(id, file.get());
                }
            }
        }
        throw Problem.of(ErrorCode.FILE_MISSING, "The file is no longer here")
                .because("files that were sent wait for a day")
                .maybe("send it again.")
                .exception();
    }

    private static String harmless(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceFirst("^[. ]+", "");
        return plain.isEmpty() ? "file.csv" : plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
    }

    private void sweep() throws IOException {
        Files.createDirectories(folder);
        var before = clock.instant().minus(KEPT);
        try (Stream<Path> folders = Files.list(folder)) {
            for (var each : folders.toList()) {
                if (Files.getLastModifiedTime(each).toInstant().isBefore(before)) {
                    delete(each);
                }
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (var each : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
