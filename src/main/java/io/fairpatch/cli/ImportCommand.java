package io.fairpatch.cli;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.jobs.CurrentOrg;
import io.fairpatch.model.Progress;
import io.fairpatch.sync.file.FileImport;
import io.fairpatch.sync.file.ImportKind;
import io.fairpatch.sync.file.ImportReport;
import io.fairpatch.sync.file.ImportRequest;
import io.micronaut.context.BeanLocator;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a CSV file in. */
@Command(
        name = "import",
        description = {
            "Take values from a CSV file: about accounts, reps and quotas, signals from elsewhere, or deals and people"
                    + " that the org does not hold. Every row is looked at first; then you are asked.",
            "Each value keeps its source and its day. Nothing is written to the org."
        },
        mixinStandardHelpOptions = true)
public final class ImportCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;
    private final Keyboard keyboard;

    @CommandLine.Mixin
    private final Output output;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            description = "accounts, opportunities, contacts, quotas, reps or signals.")
    private ImportKind kind = ImportKind.ACCOUNTS;

    @Option(names = "--file", required = true, paramLabel = "F", description = "The CSV file, UTF-8, with a header.")
    private Path file = Path.of("");

    @Option(
            names = "--map",
            required = true,
            split = ",",
            paramLabel = "COLUMN:FIELD",
            description = {
                "Which column is which field, separated by commas. One says whom a row is about: id, domain or name",
                "(accounts, signals); accountId, accountDomain or accountName (opportunities, contacts); id, email or",
                "name (quotas, reps). Signals take any field; what we know of them is used, the rest is kept and shown."
            })
    private String[] map = {};

    @Option(names = "--source", description = "Where the values are from (default: the file's name).")
    private @Nullable String source;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day of which they are true (default: today).")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--prefer",
            description = "The file's values stand before the org's; otherwise they fill what is empty there.")
    private boolean prefer;

    @Option(names = "--dry-run", description = "Only look at every row.")
    private boolean dryRun;

    @Option(
            names = "--result",
            paramLabel = "F",
            description = "Where each row's fate goes (default: FILE.result.csv).")
    private @Nullable Path result;

    @Option(names = "--yes", description = "Don't ask; needed when not on a terminal.")
    private boolean yes;

    public ImportCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.house = house;
        this.keyboard = keyboard;
        this.output = output;
    }

    @Override
    public Integer call() {
        var beans = house.get();
        var org = beans.getBean(CurrentOrg.class).require().id();
        var imports = beans.getBean(FileImport.class);
        var request = request(beans.getBean(Clock.class));
        var fates = result == null ? Path.of(file + ".result.csv") : result;
        var rehearsed = imports.rehearse(org, request, fates, Progress.NONE);
        output.say(sentence(rehearsed));
        if (dryRun) {
            output.result(rehearsed, "Nothing was changed. Each row's fate: " + fates);
            return 0;
        }
        keyboard.confirm(yes, "yes");
        var done = imports.take(org, request, fates, Progress.NONE, rehearsed);
        output.result(done, sentence(done) + "\nEach row's fate: " + fates);
        output.say("Next: ./fairpatch score");
        return 0;
    }

    private ImportRequest request(Clock clock) {
        return new ImportRequest(
                kind,
                file,
                ImportRequest.columns(ErrorCode.USAGE, List.of(map)),
                source == null ? String.valueOf(file.getFileName()) : source,
                asOf == null ? LocalDate.now(clock) : asOf,
                prefer,
                "command line");
    }

    private static String sentence(ImportReport report) {
        return Words.count(report.rows(), "row", "rows") + " of " + report.kind() + ": " + Words.count(report.taken())
                + (report.dryRun() ? " would be taken in, " : " taken in, ")
                + Words.count(report.unmatched()) + " about nobody in the org, "
                + Words.count(report.ambiguous()) + " about more than one, "
                + Words.count(report.refused()) + " that do not fit."
                + (report.noted() == 0 ? "" : " Of those taken, " + Words.count(report.noted()) + " with a note.")
                + (report.later() == null
                        ? ""
                        : " Values of the same source as late as " + report.later()
                                + " are there already and stand where both have one.");
    }
}
