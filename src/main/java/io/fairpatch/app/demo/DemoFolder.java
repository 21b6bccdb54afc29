package io.fairpatch.app.demo;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.FairpatchConfig;
import io.fairpatch.config.ShippedConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.zip.CRC32;

/**
 * Where one practice org and its configuration are kept, so that the next start finds them again. Each set of options
 * has its own folder and its own database: trying another never touches the first.
 */
record DemoFolder(Path path, String database) {
    /** @param parent the folder of all practice orgs */
    static DemoFolder of(Path parent, String identity) {
        var crc = new CRC32();
        crc.update(identity.getBytes(StandardCharsets.UTF_8));
        var key = String.format("%08x", crc.getValue());
        return new DemoFolder(parent.resolve(key), "demo_" + key);
    }

    /** The day the practice org was made on; its data follow from it, so it stays. */
    LocalDate bornOn(LocalDate today) {
        var file = path.resolve("born-on.txt");
        try {
            Files.createDirectories(path);
            if (Files.exists(file)) {
                return LocalDate.parse(Files.readString(file).strip());
            }
            Files.writeString(file, today.toString());
            return today;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Writes the shipped configuration with writing switched on for this org alone.
     *
     * @param approvals people who must approve
     * @return the configuration as loaded from the files
     */
    FairpatchConfig configure(SalesforceId org, int approvals) {
        var folder = path.resolve("connector-config");
        try {
            ShippedConfig.writeMissing(folder);
            var policy = ShippedConfig.text("write-policy.yml")
                    .replaceFirst("(?m)^writes: .*$", "writes: enabled")
                    .replaceFirst("(?m)^approvals: .*$", "approvals: " + approvals)
                    .replaceFirst("(?m)^orgId: .*$", "orgId: \"" + org.value() + "\"");
            Files.writeString(folder.resolve("write-policy.yml"), policy);
        } catch (IOException e) {
            throw unusable(e);
        }
        return ConfigLoader.load(folder);
    }

    /** Deletes all that is kept here. */
    void delete() {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private RuntimeException unusable(IOException cause) {
        return Problem.of(ErrorCode.FILE_INVALID, "The folder " + path + " can't be used")
                .because(cause.getMessage())
                .maybe("set FAIRPATCH_HOME to a folder you may write to")
                .exception(cause);
    }
}
