package io.fairpatch.cli;

import io.fairpatch.config.ShippedConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes the configuration to start from. */
@Command(
        name = "init",
        description = "Write the configuration to start from. Files that are there already stay as they are.",
        mixinStandardHelpOptions = true)
public final class InitCommand implements Callable<Integer> {
    private final Path inForce;

    @CommandLine.Mixin
    private final Output output;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Where to (default: FAIRPATCH_CONFIG, else connector-config).")
    private @Nullable Path dir;

    /** @param inForce the folder that the other commands read */
    public InitCommand(Path inForce, Output output) {
        this.inForce = inForce;
        this.output = output;
    }

    /** What was done. */
    record Written(String folder, List<String> written, int kept) {}

    @Override
    public Integer call() {
        var folder = dir == null ? inForce : dir;
        var written = write(folder).stream()
                .map(path -> String.valueOf(path.getFileName()))
                .toList();
        var done = new Written(folder.toString(), written, ShippedConfig.files().size() - written.size());
        output.result(done, text(done));
        next(folder);
        return 0;
    }

    private static List<Path> write(Path folder) {
        try {
            return ShippedConfig.writeMissing(folder);
        } catch (IOException e) {
            throw Problem.of(ErrorCode.FILE_INVALID, "The configuration can't be written")
                    .at(folder.toString())
                    .because(e.getClass().getSimpleName() + ": " + e.getMessage())
                    .maybe("choose a folder you may write to: ./fairpatch init DIR")
                    .exception(e);
        }
    }

    private static String text(Written done) {
        var kept =
                done.kept() == 0 ? "" : "; " + Words.count(done.kept(), "file was", "files were") + " there and stay";
        var wrote =
                "Wrote " + Words.count(done.written().size(), "file", "files") + " to " + done.folder() + kept + ".";
        return done.written().isEmpty() ? wrote : wrote + "\n  " + String.join("\n  ", done.written());
    }

    private void next(Path folder) {
        output.say("Next:");
        if (!folder.toAbsolutePath().normalize().equals(inForce.toAbsolutePath().normalize())) {
            output.say("  export FAIRPATCH_CONFIG=" + folder.toAbsolutePath().normalize());
        }
        output.say(
                "  put your org's address into connector.yml (or FAIRPATCH_ORG_URL); the secret stays in the environment");
        output.say("  ./fairpatch doctor");
    }
}
