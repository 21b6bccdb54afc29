package io.fairpatch.cli;

import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Reports;
import io.micronaut.context.BeanLocator;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a report, or writes it to a file. Reads only. */
@Command(
        name = "report",
        description = {
            "Print a report on accounts, territories, coverage, quota, capacity or performance. Reads only.",
            "Without a name it lists the reports and what can be set on each."
        },
        mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    @Parameters(arity = "0..1", paramLabel = "REPORT", description = "Name of the report, for example coverage.")
    private @Nullable String name;

    @Option(
            names = "--set",
            paramLabel = "SETTING=VALUE",
            description = "A setting of the report, for example by=manager. May be given several times.")
    private final Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--open", paramLabel = "ROW", description = "The rows and the formula behind this row instead.")
    private @Nullable String open;

    @Option(names = "--out", paramLabel = "FILE", description = "Write the table to this file, .csv or .xlsx.")
    private @Nullable Path out;

    public ReportCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    /** What {@code --json} prints of the list. */
    record Listed(List<Item> reports) {
        record Item(String name, String title, Map<String, String> settings) {}
    }

    @Override
    public Integer call() {
        TableFiles.requireKind(out);
        var desk = new Desk(house.get());
        var reports = desk.bean(Reports.class);
        if (name == null) {
            list(reports);
            return 0;
        }
        var set = reports.settings(name, settings);
        var report = open == null ? reports.make(desk.orgId(), name, set) : reports.open(desk.orgId(), name, set, open);
        if (out == null) {
            output.result(
                    ReportText.json(name, set.all(), report, desk.currency()),
                    ReportText.of(report.in(desk.currency())));
        } else {
            output.result(
                    TableFiles.write(report.in(desk.currency()).tables(), out),
                    report.sentence() + "\nWrote " + out + ".");
        }
        return 0;
    }

    private void list(Reports reports) {
        var items = reports.all().stream().map(ReportCommand::item).toList();
        var text = new StringBuilder();
        for (var item : items) {
            text.append(String.format("%-22s %s%n", item.name(), item.title()));
            item.settings().forEach((key, value) -> text.append(String.format("%24s--set %s=%s%n", "", key, value)));
        }
        output.result(new Listed(items), text.toString().stripTrailing());
    }

    private static Listed.Item item(ReportMaker maker) {
        var settings = new LinkedHashMap<String, String>();
        maker.choices()
                .forEach(choice -> settings.put(
                        choice.key(), choice.values().isEmpty() ? choice.usual() : String.join("|", choice.values())));
        return new Listed.Item(maker.name(), maker.title(), settings);
    }
}
