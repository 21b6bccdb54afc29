package io.fairpatch.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The files of {@code connector-config/} as packaged with the product. */
public final class ShippedConfig {
    private ShippedConfig() {}

    /** Names of all files: each yml and its schema. */
    public static List<String> files() {
        return ConfigPart.ALL.stream()
                .flatMap(part -> List.of(part.fileName(), part.schemaName()).stream())
                .toList();
    }

    /** A shipped file's text, comments included. */
    public static String text(String file) {
        try (var in = ShippedConfig.class.getResourceAsStream("/connector-config/" + file)) {
            return new String(
                    Objects.requireNonNull(in, () -> file + " is not packaged").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The packaged file " + file + " cannot be read", e);
        }
    }

    /**
     * Writes every shipped file that {@code dir} lacks, and touches no other.
     *
     * @return the files written
     */
    public static List<Path> writeMissing(Path dir) throws IOException {
        Files.createDirectories(dir);
        var written = new ArrayList<Path>();
        for (String file : files()) {
            Path target = dir.resolve(file);
            if (!Files.exists(target)) {
                written.add(Files.writeString(target, text(file)));
            }
        }
        return written;
    }
}
