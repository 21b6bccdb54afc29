package io.fairpatch.app.wiring;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The folder where an installation keeps its state: {@code FAIRPATCH_HOME}, by default {@code .fairpatch} under the
 * checkout.
 */
public record Home(Path folder) {
    public Home {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Reads the environment; the launcher always sets {@code FAIRPATCH_HOME}. */
    public static Home of(Map<String, String> environment) {
        return new Home(Path.of(environment.getOrDefault("FAIRPATCH_HOME", ".fairpatch")));
    }

    /** A folder below, created when missing. */
    public Path folder(String name) {
        var path = folder.resolve(name);
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw Problem.of(ErrorCode.FILE_MISSING, "The folder " + path + " can't be created")
                    .because(e.getMessage())
                    .maybe("set FAIRPATCH_HOME to a folder you may write to")
                    .exception(e);
        }
    }
}
