package io.fairpatch.sync;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.MappingConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped mapping with one line changed. */
final class Mappings {
    private Mappings() {}

    static MappingConfig with(String object, String field, String source) {
        try {
            var folder = Files.createTempDirectory("mapping");
            var shipped = Files.readString(Path.of("connector-config/mapping.yml"));
            int from = shipped.indexOf("\n" + object + ":\n");
            int at = shipped.indexOf("\n  " + field + ":", from);
            int end = at < 0 ? -1 : shipped.indexOf('\n', at + 1);
            var changed = at < 0
                    ? shipped.replace("\n" + object + ":\n", "\n" + object + ":\n  " + field + ": " + source + "\n")
                    : shipped.substring(0, at) + "\n  " + field + ": " + source + shipped.substring(end);
            Files.writeString(folder.resolve("mapping.yml"), changed);
            return ConfigLoader.load(folder, ConfigPart.MAPPING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
