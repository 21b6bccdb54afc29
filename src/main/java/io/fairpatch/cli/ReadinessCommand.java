package io.fairpatch.cli;

import io.fairpatch.jobs.CurrentOrg;
import io.fairpatch.sync.readiness.Readiness;
import io.fairpatch.sync.readiness.ReadinessReport;
import io.micronaut.context.BeanLocator;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Says how good the copied data is. */
@Command(
        name = "readiness",
        description = "Say whether the copied data is good enough to plan on: ownership gaps, duplicates, fill rates,"
                + " what is missing. Reads only.",
        mixinStandardHelpOptions = true)
public final class ReadinessCommand implements Callable<Integer> {
    private static final int SHOWN = 10;

    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    public ReadinessCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    @Override
    public Integer call() {
        var beans = house.get();
        var org = beans.getBean(CurrentOrg.class).require().id();
        var report = beans.getBean(Readiness.class).report(org);
        output.result(report, text(report));
        return report.ready() ? 0 : 2;
    }

    private static String text(ReadinessReport report) {
        var lines = new ArrayList<String>();
        lines.add(report.ready() ? "Ready: a plan can be made." : "Not ready:");
        report.missing().forEach(sentence -> lines.add("  missing  " + sentence));
        report.warnings().forEach(sentence -> lines.add("  warning  " + sentence));
        lines.add("Fields of accounts, percent filled:");
        report.fields().stream()
                .filter(field -> field.object().equals("account"))
                .forEach(field -> lines.add(String.format(
                        Locale.ROOT,
                        "  %5.1f  %-24s %s%s",
                        field.share() * 100,
                        field.name(),
                        String.join(" | ", field.samples()),
                        field.imported() == 0 ? "" : " (" + field.imported() + " from files)")));
        if (!report.duplicates().isEmpty()) {
            lines.add("Probably duplicates, the first to be kept:");
        }
        report.duplicates().stream().limit(SHOWN).forEach(group -> {
            lines.add("  " + group.survivor().id() + "  " + group.survivor().name() + "  (" + group.why() + ")");
            group.others().forEach(other -> lines.add("    " + other.id() + "  " + other.name()));
        });
        if (report.duplicates().size() > SHOWN) {
            lines.add("  and " + Words.count(report.duplicates().size() - SHOWN, "more group", "more groups")
                    + "; --json names them all");
        }
        lines.add(Words.count(report.unplaced(), "account has", "accounts have") + " no known place.");
        return String.join("\n", lines);
    }
}
