package io.fairpatch.cli;

import io.fairpatch.commit.CommitQueries;
import io.fairpatch.commit.ReceiptCsv;
import io.fairpatch.error.Category;
import io.fairpatch.jobs.AuditTrail;
import io.micronaut.context.BeanLocator;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a proposal's lines, or the receipts of a commit, to CSV files. */
@Command(
        name = "export",
        description = {
            "Write a proposal's lines, or the receipts of a commit, to CSV files; or the audit log.",
            "Receipts are two files: RUN-success.csv has what was committed, RUN-error.csv the rest with the reason."
        },
        mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    @CommandLine.Mixin
    private final Desk.WhichProposal which = new Desk.WhichProposal();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "The file to write (default: PROPOSAL.csv); with --receipts the folder for both (default: .).")
    private @Nullable Path out;

    @Option(names = "--audit", description = "The audit log instead, as newline-delimited JSON, checked on the way.")
    private boolean audit;

    @Option(names = "--receipts", paramLabel = "RUN", description = "The receipts of this commit instead.")
    private @Nullable String receipts;

    public ExportCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    /**
     * What {@code --json} prints.
     *
     * @param audit whether the audit log hangs together, where it was asked for
     */
    record Exported(List<String> files, AuditTrail.@Nullable Check audit) {}

    @Override
    public Integer call() {
        var desk = new Desk(house.get());
        if (audit) {
            return audit(desk);
        }
        var files = receipts == null ? lines(desk) : receipts(desk, receipts);
        var exported = new Exported(files.stream().map(Path::toString).toList(), null);
        output.result(exported, "Wrote " + String.join(" and ", exported.files()) + ".");
        return 0;
    }

    /** A log that was tampered with is written all the same, and ends as a check of doctor that failed. */
    private int audit(Desk desk) {
        var trail = desk.bean(AuditTrail.class);
        var check = trail.check(desk.orgId());
        output.say(
                check.broken() == null
                        ? Words.count(check.lines(), "line hangs", "lines hang") + " together; the last hash is "
                                + check.hash()
                        : "Line " + check.broken() + " was changed, or a line before it is missing");
        var file = write(out == null ? Path.of("audit.ndjson") : out, target -> trail.export(desk.orgId(), target));
        output.result(new Exported(List.of(file.toString()), check), "Wrote " + file + ".");
        return check.broken() == null ? 0 : Category.INPUT.exitCode();
    }

    private List<Path> lines(Desk desk) {
        var proposal = desk.proposal(which);
        var file = out == null ? Path.of(proposal.id() + ".csv") : out;
        return List.of(write(file, target -> new LinesCsv(desk).write(proposal, target)));
    }

    private List<Path> receipts(Desk desk, String id) {
        var run = desk.bean(CommitQueries.class).run(desk.orgId(), id);
        var csv = desk.bean(ReceiptCsv.class);
        var folder = out == null ? Path.of("") : out;
        return List.of(
                write(
                        folder.resolve(run.id() + "-success.csv"),
                        target -> csv.writeSuccess(desk.orgId(), run.id(), target)),
                write(
                        folder.resolve(run.id() + "-error.csv"),
                        target -> csv.writeErrors(desk.orgId(), run.id(), target)));
    }

    private static Path write(Path file, Consumer<Writer> content) {
        OutFile.write(file, target -> {
            var text = new OutputStreamWriter(target, StandardCharsets.UTF_8);
            content.accept(text);
            text.flush();
        });
        return file;
    }
}
