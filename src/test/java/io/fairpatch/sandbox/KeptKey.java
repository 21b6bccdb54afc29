package io.fairpatch.sandbox;

import io.fairpatch.sandbox.oauth.JwtKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A key for all sandboxes of a test JVM, made by the first: each would take a tenth of a second or more to find its own. */
public final class KeptKey {
    private static final Path KEY = made();

    private KeptKey() {}

    /** The folder for a sandbox's state, with the key in it. */
    public static Path in(Path folder) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(KEY.getFileName());
            if (!Files.exists(file)) {
                Files.copy(KEY, file, StandardCopyOption.COPY_ATTRIBUTES);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path made() {
        try {
            Path folder = Files.createTempDirectory("fairpatch-key");
            Path file = JwtKey.in(folder).file();
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
