package io.fairpatch.cli;

import io.fairpatch.doctor.CheckState;
import io.fairpatch.doctor.Diagnosis;
import io.fairpatch.doctor.Doctor;
import io.fairpatch.doctor.Finding;
import io.micronaut.context.BeanLocator;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Checks that org and installation fit together. */
@Command(
        name = "doctor",
        description = {
            "Check sign-in, rights, fields, rules and allocations of the org, and this installation. Reads only.",
            "Exits 6 when sign-in or a right fails, 2 when something else fails, 0 otherwise."
        },
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    public DoctorCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    /** What {@code --json} prints. */
    record Report(
            Instant at,
            @Nullable String org,
            boolean production,
            long pass,
            long warn,
            long fail,
            String sentence,
            List<Finding> checks) {
        static Report of(Diagnosis it) {
            return new Report(
                    it.at(),
                    it.org(),
                    it.production(),
                    it.count(CheckState.PASS),
                    it.count(CheckState.WARN),
                    it.count(CheckState.FAIL),
                    it.sentence(),
                    it.findings());
        }
    }

    @Override
    public Integer call() {
        output.say("Looking at the org; nothing is changed");
        var diagnosis = house.get().getBean(Doctor.class).examine();
        output.result(Report.of(diagnosis), text(diagnosis));
        return diagnosis.exitCode();
    }

    private static String text(Diagnosis diagnosis) {
        return diagnosis.findings().stream().map(DoctorCommand::line).collect(Collectors.joining())
                + diagnosis.sentence();
    }

    private static String line(Finding finding) {
        var head = String.format(
                "%2d  %s  %s: %s%n", finding.number(), finding.state(), finding.title(), Words.plain(finding.what()));
        if (finding.state() == CheckState.PASS) {
            return head;
        }
        return head + part("why", finding.why()) + part("mend", finding.mend()) + part("at", finding.where());
    }

    private static String part(String name, @Nullable String text) {
        return text == null ? "" : String.format("          %s: %s%n", name, Words.plain(text));
    }
}
