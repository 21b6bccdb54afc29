package io.fairpatch.cli;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the file that {@code --out} names; no right, no room and no such place are told alike by all commands. */
final class OutFile {
    private OutFile() {}

    /** What is written. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream target) throws IOException;
    }

    /** Writes {@code file}, and makes the folder it is in where that is missing. */
    static void write(Path file, Content content) {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (var target = Files.newOutputStream(file)) {
                content.to(target);
            }
        } catch (IOException | UncheckedIOException e) {
            throw failed(file, e);
        }
    }

    private static FairpatchException failed(Path file, Exception e) {
        return Problem.of(ErrorCode.FILE_INVALID, "The file can't be written")
                .at(file.toString())
                .because(e.getClass().getSimpleName() + ": " + e.getMessage())
                .maybe("choose another place with --out, one with room that you may write to")
                .exception(e);
    }

    /** Refuses to write over what is read. */
    static void requireOther(Path read, Path out) {
        try {
            if (Files.exists(out) && Files.isSameFile(read, out)) {
                throw Problem.of(ErrorCode.USAGE, "The answer would be written over the file it is about")
                        .at(out.toString())
                        .maybe("choose another place with --out; nothing was changed.")
                        .exception();
            }
        } catch (IOException e) {
            throw failed(out, e);
        }
    }
}
